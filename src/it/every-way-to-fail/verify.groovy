// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
def corpus = new File(basedir, 'src/test/resources/fuzz/example.WaysTest')
assert runs.size() == 2

def timeout = 'an execution took longer than 500 ms (fuzz.timeout)'
def ways = [
  assertion: 'org.opentest4j.AssertionFailedError: must not be ==> expected: <false> but was: <true>',
  javaAssertion: 'java.lang.AssertionError: must not be',
  fails: 'org.opentest4j.AssertionFailedError: must not be',
  nullPointer: 'java.lang.NullPointerException: Cannot invoke "Object.hashCode()" because "o" is null',
  checkedException: 'java.lang.Exception: must not be',
  error: 'java.lang.Error',
  stackOverflow: 'java.lang.StackOverflowError',
  outOfMemory: 'java.lang.OutOfMemoryError: Java heap space',
  exits: 'the target called System.exit(3)',
  exitsWithZero: 'the target called System.exit(0)',
  halts: 'the target called Runtime.halt(4)',
  deadlock: timeout,
  endlessLoop: timeout,
]
// Each is a finding, whose input is kept.
def summary = runs[1].findAll { it.startsWith('[INFO]   WaysTest#') }
assert summary.size() == ways.size()
ways.eachWithIndex { way, failure, i ->
  assert summary[i] ==~ /\[INFO\]   WaysTest#$way +\d+ +0  FAILED: \Q$failure\E/
  int start = runs[1].findIndexOf { it ==~ /\[ERROR\] --- FAIL: WaysTest#$way \(\d+\.\d\ds\)/ }
  assert runs[1][start + 1] == '[ERROR]     ' + failure
  def file = new File(corpus, "$way/0384792c310458d7")
  assert file.getText('UTF-8') == 'maven fuzz v1\nboolean(true)\n'
  assert runs[1].contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.WaysTest/$way/0384792c310458d7".toString())
}
// All are minimized, those too that no worker survives.
assert runs[1].count { it ==~ /\[INFO\] fuzz: minimizing \d+-byte failing input file/ } == 13
// What a worker says last, and where it hangs, is said.
assert runs[1].contains('[ERROR]     goodbye, cruel world')
assert runs[1].contains('[ERROR]     "main" WAITING')
assert runs[1].any { it ==~ /\[ERROR\]     \tat (app\/\/)?example\.WaysTest\.deadlock\(WaysTest\.java:\d+\)/ }
assert runs[1].any { it ==~ /\[ERROR\]     \tat (app\/\/)?example\.WaysTest\.endlessLoop\(WaysTest\.java:\d+\)/ }
assert runs[1].any { it.startsWith('Caused by: org.apache.maven.plugin.MojoFailureException: 13 of 13 targets failed:') }
return true
