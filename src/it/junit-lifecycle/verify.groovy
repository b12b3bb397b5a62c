// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()
assert log.contains('[INFO] fuzz: target 1 of 2: LifecycleTest#outer')
assert log.contains('[INFO] fuzz: target 2 of 2: LifecycleTest$Inner#inner')
assert log.count { it =~ /^\[INFO\] fuzz: elapsed: \d+s, execs: 2000 \(\d+\/sec\), new interesting: \d+ \(total: \d+\)$/ } == 2

// What happened in each worker, in order. A worker may be out of luck and execute nothing.
def events = new File(basedir, 'target/events').listFiles().collect { it.readLines() }
assert events.size() == 4
def expected = [
    outer: [
        'extension before all',
        'before all, assertions enabled',
        'constructor with a resource',
        'extension before each',
        'before each with a resource',
        'execution',
        'after each',
        'extension after each',
        'after all',
        'extension after all'],
    inner: [
        'extension before all',
        'before all, assertions enabled',
        'extension before all',
        'constructor with a resource',
        'inner constructor',
        'extension before each',
        'before each with a resource',
        'inner before each',
        'inner execution',
        'inner after each',
        'after each',
        'extension after each',
        'extension after all',
        'after all',
        'extension after all']]
def (inner, outer) = events.split { it.contains('inner constructor') }
[outer: outer, inner: inner].each { name, actual ->
  assert actual.size() == 2
  assert actual.any { it.any { event -> event.endsWith('execution') } }
  def without = { it.findAll { event -> !event.endsWith('execution') } }
  actual.each {
    assert without(it) == without(expected[name])
    assert it.every { event -> event in expected[name] }
  }
  assert actual.contains(expected[name])
}
true
