// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

def arguments = { run, jvm -> new File(basedir, "target/${run}-${jvm}.txt").readLines() }
def agents = { it.findAll { argument -> argument.startsWith('-javaagent:') } }
assert agents(arguments('bound', 'surefire')).size() == 1
assert agents(arguments('bound', 'surefire'))[0].contains('jacoco')
assert new File(basedir, 'target/jacoco.exec').length() > 0
['bound', 'line'].each {
  def worker = arguments(it, 'worker')
  assert agents(worker).size() == 1
  assert agents(worker)[0].contains('fuzz-runtime')
  assert worker.contains('-Xmx222m')
  assert worker.contains('-Dfrom.argLine=yes')
}
assert agents(arguments('own', 'worker')).size() == 1
assert agents(arguments('own', 'worker'))[0].contains('fuzz-runtime')
// JaCoCo did tell of its agent in all.
assert builds.every { it.any { line -> line.startsWith('[INFO] argLine set to -javaagent:') } }

// Found only by coverage.
['src/test/resources/fuzz', 'corpus'].each {
  def finding = new File(basedir, "${it}/example.LockTest/opens").listFiles()
  assert finding*.text == ['maven fuzz v1\nbyte[]("open")\n']
}
assert builds.take(2).every { it.contains('[ERROR]     java.lang.IllegalStateException: opened') }
