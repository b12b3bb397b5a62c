// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')

// A regular end: with the last line, and exit status 0, which the invoker has checked.
def last = log.findAll { it.startsWith('[INFO] fuzz: ') }.last()
def numbers = last =~ /\[INFO\] fuzz: elapsed: \d+s, execs: (\d+) \(\d+\/sec\), new interesting: (\d+) \(total: (\d+)\)/
assert numbers.matches()
def interesting = numbers.group(2) as int
assert (numbers.group(1) as long) > 1
assert interesting > 0
assert (numbers.group(3) as int) == interesting + 1
assert log.contains('[INFO] BUILD SUCCESS')
assert !log.any { it.startsWith('[ERROR]') }

// Everything interesting is on disk, each under the name of its content; no finding is.
def cache = new File(basedir, 'cache/it.example/interrupt-is-graceful/example.EndlessTest/neverFails')
assert cache.list().size() == interesting
cache.eachFile {
  assert it.name == java.security.MessageDigest.getInstance('SHA-256').digest(it.bytes).encodeHex().toString().substring(0, 16)
}
assert !new File(basedir, 'src/test/resources').exists()

// The worker tore its target down, for which there is little time, and is gone.
assert new File(basedir, 'torn-down').exists() != log.contains('[WARNING] it took too long, and was ended')
def worker = ProcessHandle.of(new File(basedir, 'worker.pid').text as long)
assert !worker.isPresent() || !worker.get().isAlive()
