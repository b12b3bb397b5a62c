// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 4

def directory = new File(basedir, 'src/test/resources/fuzz/example.RawTest/reads')
def hex = { it.bytes.encodeHex().toString() }
def raw = ['empty', 'high.dat', 'zeros.bin', 'image.png'].collect { new File(directory, it) }
assert raw*.length() == [0, 256, 2, 70]
def text = '68656c6c6f'
def expected = (raw.collect(hex) + text).sort()

// Each file once, byte for byte; README is none of them.
assert new File(basedir, 'target/surefire.txt').readLines().sort() == expected
assert builds[0].any { it =~ /^\[INFO\] Tests run: 5, Failures: 0, Errors: 0, Skipped: 0$/ }
assert builds[1].contains('[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/5 completed')
assert new File(basedir, 'target/worker.txt').readLines().take(5).sort() == expected
assert builds[1].any { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 500 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)$/ }

assert builds[2].contains('[ERROR] failure while testing seed corpus entry: RawTest#reads/high.dat')
assert builds[2].contains('[ERROR]     mvn test -Dtest=RawTest#reads -Dfuzz.input=high.dat')
assert builds[3].contains('[ERROR]     java.lang.IllegalArgumentException: refused 0000')

// Nothing was added to the seeds, nothing was changed.
assert directory.list().sort() == ['README.md', 'empty', 'high.dat', 'image.png', 'text', 'zeros.bin']
assert hex(new File(directory, 'high.dat')) == (0..255).collect { String.format('%02x', (it + 0xff) & 0xff) }.join().with { '00ff' + it.substring(4) }
