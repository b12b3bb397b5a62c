// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
def directory = 'src/test/resources/fuzz/example.TagTest/anyTag'

// It is a finding like any other: minimized, and written to where it is committed from.
def files = new File(basedir, directory).listFiles()
assert files.size() == 1
assert files[0].getText('UTF-8') == 'maven fuzz v1\nString("<script")\n'
assert log.contains("[ERROR]     Failing input written to $directory/${files[0].name}".toString())
assert log.contains('[INFO] fuzz: minimizing 71-byte failing input file')
assert !log.any { it.contains('failure while testing seed corpus entry') }

// It was the cache's, before anything was mutated.
assert log.contains('[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/2 completed')
assert log.any { it ==~ /\[INFO\] fuzz: elapsed: \ds, execs: \d+ \(\d+\/sec\), new interesting: 0 \(total: 2\)/ }

// The cache stays as it was.
def cached = new File(basedir, 'cache/it.example/cached-failure-is-promoted/example.TagTest/anyTag')
assert cached.list().toList() == ['4e0922365015b902']
