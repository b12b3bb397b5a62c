// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
assert log.contains('[INFO] BUILD SUCCESS')
assert !log.any { it.startsWith('[ERROR]') }

// Each had its time, and one last line.
['fast', 'slow'].eachWithIndex { name, i ->
  def begin = log.indexOf("[INFO] fuzz: target ${i + 1} of 2: TimeTest#$name".toString())
  assert begin > 0
  def end = log.findIndexOf(begin + 1) { it.startsWith('[INFO] fuzz: target ') || it.startsWith('[INFO]   target ') }
  // A machine that is busy may take long enough to set up for a line of its own.
  def lines = log.subList(begin + 1, end).findAll { !it.endsWith(', setting up the target') }
  assert lines[0] == '[WARNING] warning: starting with empty corpus'
  assert lines[1] == '[INFO] fuzz: elapsed: 0s, gathering baseline coverage: 0/1 completed'
  assert lines[-1] ==~ /\[INFO\] fuzz: elapsed: [1-9]\d*s, execs: [1-9]\d* \(\d+\/sec\), new interesting: 0 \(total: 1\)/
}
assert log.any { it ==~ /\[INFO\]   TimeTest#fast +\d+ +0  passed/ }
assert log.any { it ==~ /\[INFO\]   TimeTest#slow +3 +0  passed/ }

// An end is no hang, no death, and no finding.
assert new File(basedir, 'slow-began').exists()
assert !new File(basedir, 'src/test/resources').exists()
return true
