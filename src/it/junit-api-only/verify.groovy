// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

// The launcher and the engine match the project's JUnit: 5.11.4.
def jars = [
    'junit-platform-launcher-1.11.4.jar',
    'junit-platform-engine-1.11.4.jar',
    'junit-jupiter-engine-5.11.4.jar',
    'junit-jupiter-api-5.11.4.jar']
['surefire', 'worker', 'again'].each {
  assert new File(basedir, "target/${it}.txt").readLines() == jars
}

assert builds[0].any { it =~ /^\[INFO\] Tests run: 1, Failures: 0, Errors: 0, Skipped: 0$/ }
def finding = new File(basedir, 'src/test/resources/fuzz/example.VersionTest/refuses').listFiles()
assert finding*.text == ['maven fuzz v1\nString("!")\n']
assert builds[1].contains("[ERROR]     Failing input written to src/test/resources/fuzz/example.VersionTest/refuses/${finding[0].name}".toString())
assert builds[2].any { it =~ /^\[ERROR\] Tests run: 1, Failures: 0, Errors: 1, Skipped: 0$/ }
assert builds[2].any { it.startsWith('[ERROR] ') && it.contains('VersionTest.refuses') && it.endsWith(' bang') }
