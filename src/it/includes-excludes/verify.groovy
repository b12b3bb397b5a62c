// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

// An input that is excluded code's alone is not interesting.
(0..1).each {
  assert builds[it].any { line -> line =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 300000 \(\d+\/sec\), new interesting: 0 \(total: 1\)$/ }
}
assert !new File(basedir, 'cache1').exists()
assert !new File(basedir, 'cache2').exists()

assert builds[2].contains('[ERROR]     java.lang.IllegalStateException: unlocked')
assert new File(basedir, 'cache3/it.example/includes-excludes/example.LockTest/opens').list().length >= 1
def finding = new File(basedir, 'src/test/resources/fuzz/example.LockTest/opens').listFiles()
assert finding*.text == ['maven fuzz v1\nbyte[]("open")\n']
