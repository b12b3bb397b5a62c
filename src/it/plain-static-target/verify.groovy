// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 4

assert builds[0].contains('[INFO] ParserFuzzer#fuzzerTestOneInput(byte[])  0 seeds, 0 files, 0 cached')
assert !builds[0].any { it.contains('MainFuzzer') }

def finding = new File(basedir, 'src/test/resources/fuzz/example.ParserFuzzer/fuzzerTestOneInput').listFiles()
assert finding*.text == ['maven fuzz v1\nbyte[]("-")\n']
assert builds[1].contains('[ERROR]     java.lang.NumberFormatException: lonely minus')
assert builds[1].contains('[ERROR]     \tat example.Parser.parse(Parser.java:8)')
assert builds[1].contains("[ERROR]     mvn fuzz:replay -Dfuzz.target=ParserFuzzer#fuzzerTestOneInput -Dfuzz.input=${finding[0].name}".toString())
// Surefire cannot run it.
assert !builds[1].any { it.contains('mvn test') }

assert builds[2].any { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 3000 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)$/ }
assert new File(basedir, 'cache/it.example/plain-static-target/example.MainFuzzer/fuzzerTestOneInput').list().length > 1

assert builds[3].contains('[ERROR]     java.lang.NumberFormatException: lonely minus')
