// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 3
def directory = 'src/test/resources/fuzz/example.ZeroTest/alwaysFails'

// Zero values nobody has written: a finding like any other.
assert runs[1].contains('[WARNING] warning: starting with empty corpus')
assert runs[1].contains('[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/1 completed')
assert runs[1].contains("[ERROR]     java.lang.IllegalStateException: got '' and 0")
assert runs[1].contains("[ERROR]     Failing input written to $directory/fc862a7e7c66ffc7".toString())
assert new File(basedir, directory).list().toList() == ['fc862a7e7c66ffc7']
assert new File(basedir, "$directory/fc862a7e7c66ffc7").getText('UTF-8') == 'maven fuzz v1\nString("")\nint(0)\n'
assert !runs[1].any { it.contains('failure while testing seed corpus entry') }

assert !runs[2].contains('[WARNING] warning: starting with empty corpus')
assert runs[2].contains('[ERROR] failure while testing seed corpus entry: ZeroTest#alwaysFails/fc862a7e7c66ffc7')
assert !runs[2].any { it.contains('Failing input written to') }
