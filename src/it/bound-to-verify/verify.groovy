// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
def builds = log.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

// Each compiler goal ran once and compiled once, and Surefire ran once.
def compiling = { lines, goal -> lines.count { it =~ /^\[INFO\] --- .*compiler.*:${goal} \(.*\) @ bound-to-verify ---$/ } }
builds.each {
  assert compiling(it, 'compile') == 1
  assert compiling(it, 'testCompile') == 1
  assert it.count { line -> line =~ /^\[INFO\] --- .*surefire.*:test / } == 1
}
assert builds[0].count { it =~ /^\[INFO\] Compiling 1 source file / } == 2
assert builds[1].count { it =~ /^\[INFO\] Compiling / } == 0

// The campaign ran after the jar was built, and took all it was given.
def steps = builds[0].findAll { it.startsWith('[INFO] --- ') }
assert steps.last() =~ /^\[INFO\] --- .*fuzz.*:verify \(fuzz\) @ bound-to-verify ---$/
assert builds[0].any { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 3000 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)$/ }
assert builds[0].contains('[INFO] BUILD SUCCESS')

// The finding is the build's failure, not an error.
def finding = new File(basedir, 'src/test/resources/fuzz/example.ParserTest/parses').listFiles()
assert finding*.name.size() == 1
assert builds[1].any {
  it =~ /^\[ERROR\] Failed to execute goal io\.github\.mavenfuzz:fuzz-maven-plugin:[^:]+:verify \(fuzz\) on project bound-to-verify: /
      && it.contains(': ParserTest#parses: java.lang.IllegalStateException: b is not known '
          + "(failing input: src/test/resources/fuzz/example.ParserTest/parses/${finding[0].name}) -> ")
}
assert builds[1].any { it =~ /^\[ERROR\] --- FAIL: ParserTest#parses \(\d+\.\d\ds\)$/ }

// Nothing was fuzzed, and the message says what to set.
assert builds[2].any {
  it.contains('fuzz.time or fuzz.count is required here, such as <time>30s</time> in the plugin\'s configuration')
}
assert !builds[2].any { it.startsWith('[INFO] fuzz: elapsed') }
