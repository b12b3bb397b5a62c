// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 4

def table = { lines ->
  int start = lines.findIndexOf { it.startsWith('[INFO]   identity ') }
  start < 0 ? [] : lines.subList(start + 1, lines.size()).takeWhile { it.startsWith('[INFO]   ') }
}
def inputs = { directory ->
  new File(basedir, "$directory/example.NumberTest/fails").listFiles().collect { it.getText('UTF-8') } as Set
}
def all = ['maven fuzz v1\nint(6)\n', 'maven fuzz v1\nint(-8)\n', 'maven fuzz v1\nint(4)\n'] as Set

// All of them, each once and minimized; every execution was made.
assert table(runs[1]).size() == 3
assert table(runs[1]).every { it ==~ /\[INFO\]   [0-9a-f]{16}  (exception|exit     )  +[\d.]+s +\d+ +src\/test\/resources\/fuzz\/example.NumberTest\/fails\/[0-9a-f]{16}  .*/ }
assert runs[1].count { it.startsWith('[ERROR] --- FAIL: NumberTest#fails') } == 3
assert runs[1].any { it ==~ /\[INFO\] fuzz: elapsed: \w+, execs: 50000 .*/ }
assert runs[1].any { it.contains('NumberTest#fails: 3 findings:') }
assert inputs('src/test/resources/fuzz') == all

// Two are enough.
assert table(runs[2]).size() == 2
assert inputs('two').size() == 2 && all.containsAll(inputs('two'))

// What is ignored is counted, and no finding.
assert runs[3].contains('[INFO] fuzz: 0 distinct findings, 2 ignored:')
assert table(runs[3]).every { it.contains('(ignored)') }
assert runs[3].contains('[INFO] BUILD SUCCESS')
assert !new File(basedir, 'none').exists()
