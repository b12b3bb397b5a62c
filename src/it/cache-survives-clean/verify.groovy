// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
def builds = log.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 2

/** New interesting inputs and their total, of the last line. */
def counts = { List<String> lines ->
  def last = lines.collect { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 5000 \(\d+\/sec\), new interesting: (\d+) \(total: (\d+)\)$/ }
      .findAll { it.matches() }.last()
  [last.group(1).toInteger(), last.group(2).toInteger()]
}
def (fresh1, total1) = counts(builds[0])
assert fresh1 > 2
// One seed.
assert total1 == fresh1 + 1
assert builds[0].contains('[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/1 completed')

assert builds[1].any { it.startsWith("[INFO] Deleting ${new File(basedir, 'target').path}") }
assert builds[1].contains("[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/${total1} completed".toString())
def (fresh2, total2) = counts(builds[1])
assert total2 == total1 + fresh2

// <groupId>/<artifactId>/<class>/<method>/ in the user's cache directory; nothing in the project.
def cache = new File(basedir, 'xdg/maven-fuzz/it.example/cache-survives-clean/example.LettersTest/counts')
assert cache.list().length == fresh1 + fresh2
assert cache.list().every { it ==~ /[0-9a-f]{16}/ }
assert !new File(basedir, 'src/test/resources').exists()
