// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
def name = '0ea4420a978352d7'
def directory = new File(basedir, 'src/test/resources/fuzz/example.QueryTest/everyQueryHasAValue')
assert directory.list().toList() == [name]
assert new File(directory, name).getText('UTF-8') == 'maven fuzz v1\nString("?=")\n'

/** The cases of a run of Surefire's, each with whether it passed. */
def cases = { reports ->
  def suite = new groovy.xml.XmlSlurper().parse(new File(basedir, "target/$reports/TEST-example.QueryTest.xml"))
  suite.testcase.collectEntries { [it.@name.text() - 'everyQueryHasAValue(String) ', it.children().isEmpty()] }
}
assert runs.size() == 6

// Plain mvn test: just that file fails.
assert cases('all') == ['seed#0': true, 'seed#1': true, (name): false, 'another': true]
assert runs[2].contains('[ERROR] Tests run: 4, Failures: 0, Errors: 1, Skipped: 0')
assert runs[2].count { it.startsWith('\tSuppressed: ') } == 1
assert runs[2].contains((
  "\tSuppressed: io.github.mavenfuzz.junit.ReplayNote\$FailingSeed: $name; to re-run:"
  + " mvn test -Dtest=QueryTest#everyQueryHasAValue -Dfuzz.input=$name").toString())

// With fuzz.input: only that case, whether a file or a row.
assert cases('one') == [(name): false]
assert runs[3].contains('[ERROR] Tests run: 1, Failures: 0, Errors: 1, Skipped: 0')
assert cases('row') == ['seed#1': true]
assert runs[4].contains('[INFO] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0')

// Once the code is right, it passes for ever after.
assert cases('fixed') == ['seed#0': true, 'seed#1': true, (name): true, 'another': true]
assert runs[5].contains('[INFO] Tests run: 4, Failures: 0, Errors: 0, Skipped: 0')
