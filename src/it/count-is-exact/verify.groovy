// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 5

/** Executions by worker. */
def counts = { test -> new File(basedir, "counts/$test").listFiles()*.length() }
/** What the log says. */
def said = { lines ->
  def last = lines.findAll { it ==~ /\[INFO\] fuzz: elapsed: \d+s, execs: .*/ }.last()
  (last =~ /execs: (\d+) \(/)[0][1] as int
}

assert counts('times').size() == 2
assert counts('times').sum() == 1000
assert said(runs[1]) == 1000

assert counts('count').size() == 2
assert counts('count').sum() == 1000
assert said(runs[2]) == 1000

// No more workers than executions.
assert counts('one') == [1]
assert said(runs[3]) == 1
assert !runs[3].any { it.contains('now fuzzing with 8 workers') }

// The execution that failed and three to minimize it; a fresh worker confirms it with one more.
assert counts('minimization').sort() == [1, 1 + 3]
assert runs[4].count { it ==~ /\[INFO\] fuzz: minimizing \d+-byte failing input file/ } == 1
