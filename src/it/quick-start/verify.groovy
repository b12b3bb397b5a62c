// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
def target = 'ReverseTest#reversingKeepsTheStringWellFormed'
def directory = 'src/test/resources/fuzz/example.ReverseTest/reversingKeepsTheStringWellFormed'

// A surrogate pair, and nothing else, is what naive reversing breaks.
def files = new File(basedir, directory).listFiles()
assert files*.name == ['09c4ff103a2d7406']
assert files[0].getText('UTF-8') == 'maven fuzz v1\nString("\\ud800\\udc00")\n'

assert runs.size() == 4
assert runs[1].contains('[INFO] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0')

def report = runs[2].indexOf('[ERROR]     Arguments:')
assert report > 0
assert runs[2].subList(report, report + 7) == [
  '[ERROR]     Arguments:',
  '[ERROR]         "\\ud800\\udc00"',
  '[ERROR] ',
  "[ERROR]     Failing input written to $directory/09c4ff103a2d7406",
  '[ERROR]     To re-run:',
  "[ERROR]     mvn test -Dtest=$target -Dfuzz.input=09c4ff103a2d7406",
  "[ERROR]     mvn fuzz:replay -Dfuzz.target=$target -Dfuzz.input=09c4ff103a2d7406",
]*.toString()

assert runs[3].contains('[ERROR] Tests run: 3, Failures: 1, Errors: 0, Skipped: 0')
assert runs[3].any { it.contains("FailingSeed: 09c4ff103a2d7406; to re-run: mvn test -Dtest=$target -Dfuzz.input=09c4ff103a2d7406") }
