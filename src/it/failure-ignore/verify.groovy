// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()
// Both targets were fuzzed, the failing one first; its finding is reported and kept.
assert log.any { it =~ /^\[ERROR\] --- FAIL: TwoTest#fails \(\d+\.\d\ds\)$/ }
assert log.any { it =~ /^\[INFO\]   TwoTest#passes +5000 +\d+  passed$/ }
def finding = new File(basedir, 'src/test/resources/fuzz/example.TwoTest/fails').listFiles()
assert finding*.text == ['maven fuzz v1\nint(0)\n']
assert log.contains('[ERROR] fuzz.failureIgnore is set; otherwise the build would fail: '
    + "TwoTest#fails: java.lang.IllegalStateException: not seven (failing input: src/test/resources/fuzz/example.TwoTest/fails/${finding[0].name})")
assert log.contains('[INFO] BUILD SUCCESS')
