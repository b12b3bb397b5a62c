// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

// As if nothing was printed: neither lost executions nor a word in the log.
(0..1).each {
  assert builds[it].count { line -> line =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 3000 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)$/ } == 1
  assert !builds[it].any { line -> line.contains('flood') }
  assert !builds[it].any { line -> line.startsWith('[WARNING] fuzz:') }
}
assert builds[2].contains('[ERROR]     java.lang.IllegalStateException: not seven')
assert builds[2].any { it.contains('fuzz:replay -Dfuzz.target=FloodTest#fails -Dfuzz.input=') }
