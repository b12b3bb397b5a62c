// SPDX-License-Identifier: Apache-2.0
def stages = ['setting-up', 'warming-up', 'minimizing', 'confirming', 'tearing-down', 'ending-a-replay']
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == stages.size()

// Each was waiting for ever, ended soon all the same, and left no worker.
def last = new File(basedir, "ended-${stages.last()}")
for (int i = 0; i < 1000 && !(last.exists() && last.text); i++) {
  sleep(20)
}
stages.each {
  assert new File(basedir, "ended-$it").text == 'in time'
  def worker = ProcessHandle.of(new File(basedir, "reached-$it").readLines()[1] as long)
  assert !worker.isPresent() || !worker.get().isAlive()
}

// Nothing failed until then: the end that the user wanted.
[0, 1, 5].each {
  assert builds[it].contains('[INFO] BUILD SUCCESS')
  assert !builds[it].any { line -> line.startsWith('[ERROR]') }
  assert !new File(basedir, "found-${stages[it]}").exists()
}

// What failed is on disk and in the log.
for (i in 2..4) {
  def directory = "found-${stages[i]}/example.StageTest/isShort"
  def found = new File(basedir, directory).listFiles()
  assert found.size() == 1
  assert found[0].text ==~ /maven fuzz v1\nString\(".{5,}"\)\n/
  assert builds[i].any { it.startsWith('[ERROR] --- FAIL: StageTest#isShort (') }
  assert builds[i].contains('[ERROR]     java.lang.IllegalStateException: too long')
  assert builds[i].contains("[ERROR]     Failing input written to $directory/${found[0].name}".toString())
  assert builds[i].contains('[INFO] BUILD FAILURE')
  assert !builds[i].any { it.contains('Flaky') }
}
