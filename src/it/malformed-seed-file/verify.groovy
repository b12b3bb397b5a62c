// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
/** What Maven says went wrong, without what it says always. */
def error = { lines ->
  int start = lines.findIndexOf { it.startsWith('[ERROR] Failed to execute goal ') }
  int end = lines.findIndexOf(start) { it.endsWith(' -> [Help 1]') }
  lines.subList(start, end + 1)*.replaceFirst(/^\[ERROR\] /, '').join('\n').replaceFirst(/.* on project malformed-seed-file: /, '').replaceFirst(/\s*-> \[Help 1\]$/, '')
}
def directory = 'src/test/resources/fuzz/example.PointTest'
assert runs.size() == 4

// File, line and reason; an error, not a finding, and nothing is run.
assert error(runs[1]) == 'PointTest#broken: malformed seed file ' + new File(basedir, "$directory/broken/by-hand") + ', line 3: integer literal required for type int: found "12x)"'
assert error(runs[2]) == 'PointTest#otherTypes: malformed seed file ' + new File(basedir, "$directory/otherTypes/by-hand") + ', line 2: mismatched types in corpus entry: [byte[], int], want [String, int]'
(1..2).each {
  assert runs[it].any { line -> line.startsWith('Caused by: org.apache.maven.plugin.MojoExecutionException: PointTest#') }
  assert !runs[it].any { line -> line.contains('fuzz: elapsed') || line.contains('--- FAIL') }
}

// As a test: the two cases fail, the others run.
assert runs[3].contains('[ERROR] Tests run: 3, Failures: 0, Errors: 2, Skipped: 0')
assert runs[3].findAll { it.startsWith('io.github.mavenfuzz.junit.UnusableSeedException: ') }.toSorted()*.minus('io.github.mavenfuzz.junit.UnusableSeedException: ') == [
  "$directory/broken/by-hand:3: integer literal required for type int: found \"12x)\" (an input of PointTest#broken takes: String, int)",
  "$directory/otherTypes/by-hand:2: mismatched types in corpus entry: [byte[], int], want [String, int] (an input of PointTest#otherTypes takes: String, int)",
]*.toString()
return true
