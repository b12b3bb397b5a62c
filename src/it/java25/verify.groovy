// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 2

// Class files of Java 25, in a worker of Java 25.
new File(basedir, 'target/classes/example/Shape.class').withDataInputStream {
  assert it.readInt() == 0xCAFEBABE as int
  assert it.readUnsignedShort() == 0
  assert it.readUnsignedShort() == 69
}
assert builds[0].any { it =~ /^\[INFO\] Tests run: 2, Failures: 0, Errors: 0, Skipped: 0$/ }
assert builds[1].contains('[ERROR]     java.lang.IllegalArgumentException: a flat square on Java 25')
assert builds[1].contains('[ERROR]         "sq", 0')
