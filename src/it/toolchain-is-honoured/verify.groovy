// SPDX-License-Identifier: Apache-2.0
def seen = { new File(new File(basedir, "target/${it}.txt").text).canonicalPath }
assert seen('toolchain') == new File(System.getenv('JDK25_HOME')).canonicalPath
assert seen('jvm') == new File(System.getProperty('java.home')).canonicalPath
