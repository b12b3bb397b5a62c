// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
def directory = 'src/test/resources/fuzz/example.PricesTest/totalIsNeverNegative'

// One character and the least number will do.
def files = new File(basedir, directory).listFiles()
assert files.size() == 1
def name = files[0].name
assert name ==~ /[0-9a-f]{16}/
assert files[0].getText('UTF-8') == 'maven fuzz v1\nString("%")\nint(1001)\n'

def start = log.findIndexOf { it ==~ /\[ERROR\] --- FAIL: PricesTest#totalIsNeverNegative \(\d+\.\d\ds\)/ }
assert start > 0
assert log.subList(start + 1, start + 12) == [
  '[ERROR]     java.lang.IllegalStateException: no rebate on 1001 of %',
  '[ERROR]     \tat example.Prices.total(Prices.java:10)',
  '[ERROR]     \tat example.PricesTest.totalIsNeverNegative(PricesTest.java:14)',
  '[ERROR] ',
  '[ERROR]     Arguments:',
  '[ERROR]         "%", 1001',
  '[ERROR] ',
  "[ERROR]     Failing input written to $directory/$name",
  '[ERROR]     To re-run:',
  "[ERROR]     mvn test -Dtest=PricesTest#totalIsNeverNegative -Dfuzz.input=$name",
  "[ERROR]     mvn fuzz:replay -Dfuzz.target=PricesTest#totalIsNeverNegative -Dfuzz.input=$name",
]*.toString()

// The lines before it are Go's.
def fuzz = log.findAll { it.startsWith('[INFO] fuzz: ') && !it.endsWith('setting up the target') }
assert fuzz[0] == '[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/2 completed'
assert fuzz[1] ==~ /\[INFO\] fuzz: elapsed: \ds, gathering baseline coverage: 2\/2 completed, now fuzzing with 1 workers/
assert fuzz.count { it ==~ /\[INFO\] fuzz: minimizing \d+-byte failing input file/ } == 1
assert fuzz[-1] ==~ /\[INFO\] fuzz: elapsed: \d+s, execs: \d+ \(\d+\/sec\), new interesting: \d+ \(total: \d+\)/

assert log.contains('[INFO] BUILD FAILURE')
def version = new groovy.xml.XmlSlurper().parse(new File(basedir, 'pom.xml')).dependencies.dependency[0].version
assert log.contains((
  "[ERROR] Failed to execute goal io.github.mavenfuzz:fuzz-maven-plugin:$version:run (default-cli) on project finds-and-minimizes:"
  + ' PricesTest#totalIsNeverNegative: java.lang.IllegalStateException: no rebate on 1001 of %'
  + " (failing input: $directory/$name) -> [Help 1]").toString())
assert log.any { it.startsWith('Caused by: org.apache.maven.plugin.MojoFailureException: ') }
