// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

def finding = { it -> new File(basedir, "src/test/resources/fuzz/example.ExitTest/${it}").listFiles().first() }
assert finding('exits').text.startsWith('maven fuzz v1\nString("x')
assert (finding('halts').text =~ /^maven fuzz v1\nint\((\d+)\)\n$/)[0][1].toInteger() > 1000

assert builds[0].any { it =~ /^\[ERROR\] --- FAIL: ExitTest#exits \(\d+\.\d\ds\)$/ }
assert builds[0].contains('[ERROR]     fuzzing process hung or terminated unexpectedly: exit status 3')
// What it printed last is quoted.
assert builds[0].contains('[ERROR]     leaving')
assert builds[0].contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.ExitTest/exits/${finding('exits').name}".toString())
assert builds[1].contains('[ERROR]     fuzzing process hung or terminated unexpectedly: exit status 0')
assert builds[1].contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.ExitTest/halts/${finding('halts').name}".toString())
assert builds[2].contains('[ERROR] --- FAIL: ExitTest#exits')
assert builds[2].contains('[ERROR]     fuzzing process hung or terminated unexpectedly: exit status 3')
