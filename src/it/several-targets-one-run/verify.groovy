// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 4

def summary = { lines ->
  int start = lines.findIndexOf { it.startsWith('[INFO]   target ') }
  start < 0 ? [] : lines.subList(start, lines.size()).takeWhile { it.startsWith('[INFO]   ') }
}
def failed = 'FAILED: java.lang.ArithmeticException: more than five: 6'
def begun = { it.findAll { line -> line.startsWith('[INFO] fuzz: target ') } }

// One fails; all run.
(1..2).each {
  assert begun(runs[it]) == [
    '[INFO] fuzz: target 1 of 3: FirstTest#passes',
    '[INFO] fuzz: target 2 of 3: SecondTest#fails',
    '[INFO] fuzz: target 3 of 3: ThirdTest#passesToo',
  ]
  def table = summary(runs[it])
  assert table.size() == 4
  assert table[0] == '[INFO]   target               execs  new interesting  outcome'
  assert table[1] == '[INFO]   FirstTest#passes     10000                0  passed'
  assert table[2] ==~ /\[INFO\]   SecondTest#fails     [ \d]{5}                0  $failed/
  assert table[3] == '[INFO]   ThirdTest#passesToo  10000                0  passed'
}
def finding = { directory ->
  def files = new File(basedir, "$directory/example.SecondTest/fails").listFiles()
  assert files.size() == 1
  assert files[0].getText('UTF-8') == 'maven fuzz v1\nint(6)\n'
  "SecondTest#fails: java.lang.ArithmeticException: more than five: 6 (failing input: $directory/example.SecondTest/fails/${files[0].name})"
}
assert runs[1].contains('[INFO] BUILD FAILURE')
assert runs[1].contains('Caused by: org.apache.maven.plugin.MojoFailureException: ' + finding('src/test/resources/fuzz'))

assert runs[2].contains('[INFO] BUILD SUCCESS')
assert runs[2].contains('[ERROR] fuzz.failureIgnore is set; otherwise the build would fail: ' + finding('elsewhere'))

assert begun(runs[3]) == [
  '[INFO] fuzz: target 1 of 2: FirstTest#passes',
  '[INFO] fuzz: target 2 of 2: ThirdTest#passesToo',
]
assert summary(runs[3]) == [
  '[INFO]   target               execs  new interesting  outcome',
  '[INFO]   FirstTest#passes       500                0  passed',
  '[INFO]   ThirdTest#passesToo    500                0  passed',
]
