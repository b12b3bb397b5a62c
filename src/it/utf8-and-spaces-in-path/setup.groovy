// SPDX-License-Identifier: Apache-2.0
// Not by Java, whose locale is this build's.
def renamed = ['sh', '-c', 'mv module "$(cat name.txt)"'].execute(null, basedir)
assert renamed.waitFor() == 0
