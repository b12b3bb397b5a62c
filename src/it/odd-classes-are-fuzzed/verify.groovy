// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()
def found = { new File(basedir, "src/test/resources/fuzz/example.OddClassesTest/$it").listFiles() ?: [] }
def outcome = { log.find { line -> line =~ /^\[INFO\]   OddClassesTest#$it / } }

assert log.any { it =~ /Tests run: 4, Failures: 0, Errors: 0, Skipped: 0$/ }
assert outcome('mocksOfFinalClasses').endsWith('passed')
// Its probes lead to the exit, through whichever loader.
assert outcome('otherLoaders').endsWith('FAILED: the target called System.exit(2000001)')
assert found('otherLoaders')*.text == ['maven fuzz v1\nint(2000001)\n']
assert found('subroutinesOfJava11')*.text == ['maven fuzz v1\nint(1001)\n']
assert outcome('methodsTooLarge').endsWith('passed')
assert log.any { it =~ /^\[WARNING\] fuzz: a class cannot be instrumented, and runs unseen: TooLarge \(.*MethodTooLargeException/ }
assert !log.any { it.contains('Flaky') }
