// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()
assert log.any { it =~ /^\[INFO\] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0$/ }
def last = log.collect { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 5000 \(\d+\/sec\), new interesting: (\d+) \(total: \d+\)$/ }
    .find { it.matches() }
assert last.group(1).toInteger() > 2
assert new File(basedir, 'cache/it.example/fuzzes-asm-itself/example.LibraryTest/reads').list().length == last.group(1).toInteger()

// What the test sees, under Surefire and in a worker: its own version, once, and nothing of ours.
def seen = new File(basedir, 'target').listFiles().findAll { it.name.startsWith('seen-') }
assert seen.size() == 2
assert seen.every { it.readLines() == ['asm-9.7.1.jar', '1'] }
