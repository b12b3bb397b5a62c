// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 4

builds.take(3).each {
  assert it.count('[INFO] fuzz: skipped') == 2
  assert it.contains('[INFO] BUILD SUCCESS')
  assert !it.any { line -> line.contains('elapsed:') || line.contains('FailingTest') }
}
assert builds[3].any { it =~ /^\[ERROR\] --- FAIL: FailingTest#fails \(\d+\.\d\ds\)$/ }

// Workers were forked by the last build only.
assert new File(basedir, 'forked.txt').readLines().unique() == ['4']
