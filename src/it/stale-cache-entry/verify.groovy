// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
def cache = new File(basedir, 'cache/it.example/stale-cache-entry/example.CellTest/anyCell')

// One notice for all; nothing is deleted.
def notices = log.findAll { it.startsWith('[WARNING] fuzz: ') }
assert notices == ['[WARNING] fuzz: skipped 2 malformed or stale cache entries, the first: ' + new File(cache, '0000000000000001')
  + ', line 2: wrong number of values in corpus entry: 1, want 2']
assert cache.list().toList().containsAll((1..4).collect { '000000000000000' + it })

// The others are run.
assert log.contains('[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/2 completed')
assert log.any { it ==~ /\[INFO\] fuzz: elapsed: \d+s, execs: 100 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)/ }
assert log.contains('[INFO] BUILD SUCCESS')
