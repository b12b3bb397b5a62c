// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 3

// Of the lines of the goal: those that begin with a target.
def targets = { lines -> lines.findAll { it ==~ /\[\w+\] Order\w+(\$\w+)?#.*/ } }
def types = 'byte[], String, boolean, byte, char, short, int, long, float, double'
assert targets(runs[1]) == [
  '[INFO] OrderFuzzer#fuzzerTestOneInput(byte[])  0 seeds, 0 files, 0 cached',
  '[INFO] OrderTest#places(String, Integer)       3 seeds, 0 files, 0 cached',
  '[INFO] OrderTest#cancels(long)                 1 seed, 1 file, 0 cached',
  '[INFO] OrderTest#parses(byte[])                0 seeds, 0 files, 2 cached',
  '[WARNING] OrderTest#unsupported(List)             cannot be fuzzed: unsupported parameter type java.util.List: a fuzz target takes ' + types,
  '[WARNING] OrderTest#badSource(String)             cannot be fuzzed: java.lang.IllegalStateException: no rows today',
  '[INFO] OrderTest$Inner#deep(boolean)           0 seeds, 0 files, 0 cached',
]
assert targets(runs[2]) == ['[INFO] OrderTest#cancels(long)  1 seed, 1 file, 0 cached']
