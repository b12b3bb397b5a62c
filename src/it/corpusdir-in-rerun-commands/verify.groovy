// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 7

def commands = { lines -> lines.findAll { it.startsWith('[ERROR]     mvn ') }.collect { it.replaceFirst(/^\[ERROR\]     /, '') } }
/** The note below a failing test's stack. */
def notes = { lines -> lines.collect { (it =~ /FailingSeed: (.*)/) }.findAll { it.find() }.collect { it.group(1) } as Set }

// From the command line.
def found = new File(basedir, 'found/here/example.WordTest/isShort').list()
assert found.size() == 1
assert commands(runs[1]) == [
  "mvn -Dfuzz.corpusdir=found/here test -Dtest=WordTest#isShort -Dfuzz.input=${found[0]}".toString(),
  "mvn -Dfuzz.corpusdir=found/here fuzz:replay -Dfuzz.target=WordTest#isShort -Dfuzz.input=${found[0]}".toString(),
]
assert runs[2].any { it =~ /^\[ERROR\] Tests run: 1, Failures: 0, Errors: 1, Skipped: 0$/ }
assert notes(runs[2]) == ["${found[0]}; to re-run: mvn test -Dtest=WordTest#isShort -Dfuzz.corpusdir=found/here -Dfuzz.input=${found[0]}".toString()] as Set

// From the POM: without the argument, tests look elsewhere.
assert runs[3].any { it =~ /Tests run: 1, Failures: 0, Errors: 0, Skipped: 0$/ }
assert runs[3].contains('[ERROR] failure while testing seed corpus entry: WordTest#isShort/by-hand')
assert commands(runs[3]) == [
  "mvn '-Dfuzz.corpusdir=my seeds' test -Dtest=WordTest#isShort -Dfuzz.input=by-hand",
  "mvn '-Dfuzz.corpusdir=my seeds' fuzz:replay -Dfuzz.target=WordTest#isShort -Dfuzz.input=by-hand",
]

// From the POM, which tells Surefire, too.
assert commands(runs[4]) == [
  'mvn test -Dtest=WordTest#isShort -Dfuzz.input=by-hand',
  'mvn fuzz:replay -Dfuzz.target=WordTest#isShort -Dfuzz.input=by-hand',
]
assert runs[5].any { it =~ /^\[ERROR\] Tests run: 1, Failures: 0, Errors: 1, Skipped: 0$/ }
// There, too, the command line counts more.
assert runs[6].any { it =~ /Tests run: 1, Failures: 0, Errors: 0, Skipped: 0$/ }
assert new File(basedir, 'other/example.WordTest/isShort').list().size() == 1
return true
