// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
def summary = log.findAll { it.startsWith('[INFO]   SetUpTest$') }
assert summary.size() == 8

// What was not run is an error, with its reason; never a finding. The others are run.
def reasons = [
  A: 'java.lang.IllegalStateException: no database: beforeAll',
  B: 'java.lang.IllegalStateException: no database: beforeEach',
  C: 'java.lang.IllegalStateException: no database: constructor',
  D: 'JUnit skips target(String): not today',
  E: 'JUnit aborts example.SetUpTest$E: Assumption failed: not on this machine',
  F: 'java.lang.IllegalStateException: no rows',
]
reasons.each { name, reason ->
  def start = log.indexOf('[ERROR] fuzz: SetUpTest$' + name + '#target cannot be set up:')
  assert start > 0
  assert log[start + 1] == '[ERROR] ' + reason
}
// The summary has the beginning of it.
reasons.each { name, reason ->
  def outcome = ('ERROR: cannot be set up: ' + reason).take(100)
  assert summary.count { it.contains(' -                -  ' + outcome) } == 1
}
def exit = log.indexOf('[ERROR] fuzz: SetUpTest$G#target could not be fuzzed: the worker ended while it set up SetUpTest$G#target, with exit status 1; its output:')
assert exit > 0
assert log[exit + 1] == '[ERROR] giving up'
assert summary.last().startsWith('[INFO]   SetUpTest$H#runs ')
assert summary.last().endsWith(' 100                0  passed')

assert log.any { it.startsWith('Caused by: org.apache.maven.plugin.MojoExecutionException: 7 of 8 targets could not be fuzzed:') }
assert !log.any { it.contains('--- FAIL') || it.contains('written to') }
assert !new File(basedir, 'src/test/resources').exists()
return true
