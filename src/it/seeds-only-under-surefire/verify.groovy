// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-example.WordsTest.xml'))

// Rows first, in the order of the sources; then files, by name; without any, one run on zero values.
assert suite.testcase*.@name*.text().toSorted() ==
  [
    'noSeeds(String, byte[], boolean, char, int, Double) zero values',
    'othersAreLeftAlone(int)[1] 1',
    'othersAreLeftAlone(int)[2] 2',
    'plainJvm',
    'split(String) 0123456789abcdef',
    'split(String) by-hand',
    'split(String) seed#0',
    'split(String) seed#1',
    'split(String) seed#2',
  ]
assert log.contains('seen: [one]1[one two]2[a b c]3[   ]0[from\tfile]2')
assert log.contains('[INFO] Tests run: 9, Failures: 0, Errors: 0, Skipped: 0')

// Running seeds writes nothing.
assert !new File(basedir, 'cache').exists()
assert new File(basedir, 'src/test/resources/fuzz/example.WordsTest').list().toList() == ['split']
