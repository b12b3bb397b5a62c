// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()
// Each is run once before anything is mutated, and stays.
assert log.contains('[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/20000 completed')
assert log.any { it =~ /^\[INFO\] fuzz: elapsed: \d+s, gathering baseline coverage: 20000\/20000 completed, now fuzzing with 2 workers$/ }
def last = log.collect { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 21000 \(\d+\/sec\), new interesting: (\d+) \(total: (\d+)\)$/ }
    .find { it.matches() }
assert last.group(2).toInteger() == 20000 + last.group(1).toInteger()
def cache = new File(basedir, 'cache/it.example/cached-corpus-of-20000/example.DigitsTest/sums')
assert cache.list().length == last.group(2).toInteger()
