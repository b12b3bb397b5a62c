// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 5

def found = { directory ->
  def files = new File(basedir, "found/$directory/example.LengthTest/isShort").listFiles()
  assert files.size() == 1
  files[0].getText('UTF-8')
}
def executions = { lines ->
  def last = lines.findAll { it ==~ /\[INFO\] fuzz: elapsed: \d+s, execs: .*/ }.last()
  (last =~ /execs: (\d+) \(/)[0][1] as int
}
def minimizing = { lines -> lines.count { it ==~ /\[INFO\] fuzz: minimizing \d+-byte failing input file/ } }
def minimal = 'maven fuzz v1\nString("' + '0' * 50 + '")\n'

// Off: the input as it was found.
assert found('off') != minimal
assert found('off').contains('s')
assert found('off-by-count') == found('off')
assert minimizing(runs[1]) == 0
assert minimizing(runs[2]) == 0
assert executions(runs[2]) == executions(runs[1])

// Limited: the same, and so many executions more.
assert found('limited') != minimal
assert minimizing(runs[3]) == 1
assert executions(runs[3]) == executions(runs[1]) + 2

// Otherwise the shortest and simplest; the error is that of the minimized input.
assert found('minimal') == minimal
assert minimizing(runs[4]) == 1
assert runs[4].count { it.startsWith('[ERROR]     java.lang.IllegalArgumentException: ') } == 1
assert runs[4].contains('[ERROR]     java.lang.IllegalArgumentException: length 50')
