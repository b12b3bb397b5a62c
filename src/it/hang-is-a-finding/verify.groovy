// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

def finding = new File(basedir, 'src/test/resources/fuzz/example.LoopTest/ends').listFiles()
assert finding.size() == 1
assert (finding[0].text =~ /^maven fuzz v1\nint\((\d+)\)\n$/)[0][1].toInteger() > 1000

assert builds[0].any { it =~ /^\[ERROR\] --- FAIL: LoopTest#ends \(\d+\.\d\ds\)$/ }
// Where the target was as its time was over, and nothing below it.
def lines = builds[0].findAll { it.startsWith('[ERROR]     ') }
assert lines[0] == '[ERROR]     an execution took longer than 1000 ms (fuzz.timeout)'
assert lines[1] ==~ /\[ERROR\]     ".+" RUNNABLE/
assert lines[2] ==~ /\[ERROR\]     \tat example\.Loop\.sum\(Loop\.java:[67]\)/
assert lines[3] == '[ERROR]     \tat example.LoopTest.ends(LoopTest.java:11)'
assert lines[4] == '[ERROR]     Arguments:'
assert lines.contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.LoopTest/ends/${finding[0].name}".toString())

assert builds[1].contains('[ERROR] --- FAIL: LoopTest#ends')
assert builds[1].contains('[ERROR]     an execution took longer than 500 ms (fuzz.timeout)')

// A replay with more time might pass.
assert builds[0].contains("[ERROR]     mvn -Dfuzz.timeout=1s fuzz:replay -Dfuzz.target=LoopTest#ends -Dfuzz.input=${finding[0].name}".toString())
assert builds[2].any { it.contains("fuzz: LoopTest#ends on ${finding[0].name} took longer than 500ms (fuzz.timeout), and did not end when it was interrupted: this JVM is ended.") }
assert builds[2].any { it =~ /at example\.Loop\.sum\(Loop\.java:[67]\)/ }
