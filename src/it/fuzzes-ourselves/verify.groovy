// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()
def summary = log.findAll { it ==~ /\[INFO\]   \w+Test#\w+ +20000 +\d+  passed/ }
assert summary.size() == 8
// It is their code that guides the search.
def found = log.collect { it =~ /execs: 20000 \(\d+\/sec\), new interesting: (\d+) / }.findAll { it }.collect { it[0][1].toInteger() }
assert found.size() == 8
assert found.every { it > 5 }
assert log.contains('[INFO] BUILD SUCCESS')
