// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 5

// Of the lines of the goal: those that begin with a target.
def targets = { lines -> lines.findAll { it ==~ /\[\w+\] Order\w+(\$\w+)?#.*/ } }
def shared = 'example.OrderTest has several targets named twice, which would share their corpus files: give them different names'
def types = 'byte[], String, boolean, byte, char, short, int, long, float, double'
assert targets(runs[1]) == [
  '[INFO] OrderFuzzer#fuzzerTestOneInput(byte[])  0 seeds, 0 files, 0 cached',
  '[INFO] OrderTest#places(String, Integer)       3 seeds, 0 files, 0 cached',
  '[INFO] OrderTest#cancels(long)                 1 seed, 1 file, 0 cached',
  '[INFO] OrderTest#parses(byte[])                0 seeds, 0 files, 2 cached',
  '[WARNING] OrderTest#unsupported(List)             cannot be fuzzed: unsupported parameter type java.util.List: a fuzz target takes ' + types,
  '[WARNING] OrderTest#badSource(String)             cannot be set up: java.lang.IllegalStateException: no rows today',
  '[WARNING] OrderTest#disabled(int)                 cannot be set up: JUnit skips disabled(int): not today',
  '[WARNING] OrderTest#twice(int)                    cannot be fuzzed: ' + shared,
  '[WARNING] OrderTest#twice(long)                   cannot be fuzzed: ' + shared,
  '[INFO] OrderTest$Inner#deep(boolean)           0 seeds, 0 files, 0 cached',
]
// One line each; the rest is for whoever asks.
assert !runs[1].any { it.contains('\tat ') }
assert targets(runs[3])[0] == '[WARNING] OrderTest#badSource(String)  cannot be set up: java.lang.IllegalStateException: no rows today'
assert runs[3].any { it.startsWith('[DEBUG] \tat example.OrderTest.broken(OrderTest.java:') }

// What cannot be fuzzed is an error before anything is.
assert runs[4].any { it.contains('OrderTest#unsupported(List) cannot be fuzzed: unsupported parameter type') }
assert runs[4].any { it.contains('OrderTest#twice(int) cannot be fuzzed: ' + shared) }
assert !runs[4].any { it.contains('fuzz: target ') }

assert targets(runs[2]) == ['[INFO] OrderTest#cancels(long)  1 seed, 1 file, 0 cached']
