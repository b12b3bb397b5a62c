// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 3

def block = { lines, first, count ->
  int start = lines.indexOf(first)
  start < 0 ? [] : lines.subList(start, start + count).collect { it.replaceFirst(/ \(\d+\.\d\ds\)$/, '') }
}
assert block(runs[1], '[ERROR] failure while testing seed corpus entry: SeedTest#row/seed#1', 10) == [
  '[ERROR] failure while testing seed corpus entry: SeedTest#row/seed#1',
  '[ERROR] --- FAIL: SeedTest#row',
  '[ERROR]     java.lang.IllegalStateException: found: this one is bad',
  '[ERROR]     \tat example.SeedTest.check(SeedTest.java:22)',
  '[ERROR]     \tat example.SeedTest.row(SeedTest.java:12)',
  '[ERROR] ',
  '[ERROR]     Arguments:',
  '[ERROR]         "this one is bad"',
  '[ERROR] ',
  '[ERROR]     To re-run:',
]
// A row is no file: only JUnit can run it again.
assert runs[1].findAll { it.startsWith('[ERROR]     mvn ') } == ['[ERROR]     mvn test -Dtest=SeedTest#row -Dfuzz.input=seed#1']
assert block(runs[2], '[ERROR] failure while testing seed corpus entry: SeedTest#file/by-hand', 12) == [
  '[ERROR] failure while testing seed corpus entry: SeedTest#file/by-hand',
  '[ERROR] --- FAIL: SeedTest#file',
  '[ERROR]     java.lang.IllegalStateException: found: also bad, and not the shortest',
  '[ERROR]     \tat example.SeedTest.check(SeedTest.java:22)',
  '[ERROR]     \tat example.SeedTest.file(SeedTest.java:17)',
  '[ERROR] ',
  '[ERROR]     Arguments:',
  '[ERROR]         "also bad, and not the shortest"',
  '[ERROR] ',
  '[ERROR]     To re-run:',
  '[ERROR]     mvn test -Dtest=SeedTest#file -Dfuzz.input=by-hand',
  '[ERROR]     mvn fuzz:replay -Dfuzz.target=SeedTest#file -Dfuzz.input=by-hand',
]
(1..2).each {
  assert runs[it].any { it.startsWith('Caused by: org.apache.maven.plugin.MojoFailureException: ') }
  // Nothing is minimized, nothing written.
  assert !runs[it].any { it.contains('minimizing') || it.contains('written to') }
}
assert new File(basedir, 'src/test/resources/fuzz').list().toList() == ['example.SeedTest']
assert new File(basedir, 'src/test/resources/fuzz/example.SeedTest').list().toList() == ['file']
assert new File(basedir, 'src/test/resources/fuzz/example.SeedTest/file').list().toList() == ['by-hand']
assert !new File(basedir, 'cache').exists()
return true
