// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 7

def passedOver = { lines, target ->
  lines.collect { it =~ /^\[INFO\] fuzz: (\S+) has no target ${target}: passed over$/ }.findAll { it.matches() }*.group(1).sort()
}
def parent = 'reactor-passes-over-modules'
def campaigns = { lines -> lines.count { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 3000 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)$/ } }

// One match: a line for each other module.
assert passedOver(builds[0], 'WordsTest') == ['base', 'numbers', parent]
assert campaigns(builds[0]) == 1
assert new File(basedir, 'cache/it.example/words/example.WordsTest/counts').list().length > 0
assert passedOver(builds[2], 'NumbersTest') == ['base', parent, 'words'].sort()
assert campaigns(builds[2]) == 1
assert new File(basedir, 'cache/it.example/numbers/example.NumbersTest/adds').isDirectory()

// No match anywhere: one error, with all there is, in whichever module comes last.
[builds[1], builds[3]].each {
  def errors = it.findAll { line -> line =~ /^\[ERROR\] .*No target matches fuzz\.target/ }
  assert errors.size() == 1
  assert errors[0].contains('No target matches fuzz.target (WordTest). Did you mean WordsTest#counts? There is:')
  assert it.count('[ERROR]   NumbersTest#adds(int, int)') == 1
  assert it.count('[ERROR]   WordsTest#counts(String)') == 1
  assert passedOver(it, 'WordTest').size() == 3
  assert campaigns(it) == 0
}

// All modules: one fails, the next is fuzzed all the same.
def finding = new File(basedir, 'words/src/test/resources/fuzz/example.WordsTest/counts').listFiles()
assert finding*.text == ['maven fuzz v1\nString("  ")\n']
assert builds[4].contains("[ERROR]     Failing input written to words/src/test/resources/fuzz/example.WordsTest/counts/${finding[0].name}".toString())
def rerun = '[ERROR]     mvn -pl :words -am -Dsurefire.failIfNoSpecifiedTests=false '
assert builds[4].contains(rerun + "test -Dtest=WordsTest#counts -Dfuzz.input=${finding[0].name}")
assert builds[4].contains(rerun + "fuzz:replay -Dfuzz.target=WordsTest#counts -Dfuzz.input=${finding[0].name}")
assert builds[5].any { it =~ /^\[ERROR\] Tests run: 1, Failures: 0, Errors: 1, Skipped: 0$/ }
assert builds[5].any { it =~ /^\[ERROR\] .*IllegalState too many words$/ }
assert builds[5].any { it.contains("${finding[0].name}; to re-run in words: mvn test -Dtest=WordsTest#counts -Dfuzz.input=${finding[0].name}") }
assert builds[4].any { it =~ /^\[INFO\] words .* FAILURE \[/ }
assert builds[4].any { it =~ /^\[INFO\] numbers .* SUCCESS \[/ }
assert campaigns(builds[4]) == 1

// Told not to mind.
assert passedOver(builds[6], 'WordTest') == ['base', 'numbers', parent, 'words'].sort()
assert builds[6].contains('[INFO] BUILD SUCCESS')
