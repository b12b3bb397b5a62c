// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

def finding = { it -> new File(basedir, "src/test/resources/fuzz/example.ExitTest/${it}").listFiles().first() }
assert finding('exits').text == 'maven fuzz v1\nString("x")\n'
assert finding('halts').text == 'maven fuzz v1\nint(1001)\n'

assert builds[0].any { it =~ /^\[ERROR\] --- FAIL: ExitTest#exits \(\d+\.\d\ds\)$/ }
assert builds[0].contains('[ERROR]     the target called System.exit(3)')
assert builds[0].contains('[ERROR]     \tat example.ExitTest.exits(ExitTest.java:13)')
// What it printed last is quoted.
assert builds[0].contains('[ERROR]     leaving')
assert builds[0].contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.ExitTest/exits/${finding('exits').name}".toString())
assert builds[1].contains('[ERROR]     the target called Runtime.halt(0)')
assert builds[1].contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.ExitTest/halts/${finding('halts').name}".toString())
assert builds[2].contains('[ERROR] --- FAIL: ExitTest#exits')
assert builds[2].contains('[ERROR]     the target called System.exit(3)')
