// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
def builds = log.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 3

/** Names and contents of all files below. */
def tree = { String directory ->
  def root = new File(basedir, directory)
  def files = [:] as TreeMap
  root.eachFileRecurse(groovy.io.FileType.FILES) { files[root.toPath().relativize(it.toPath()).toString()] = it.text }
  files
}

/** What the lines say but for times and rates, and for those that only the clock brings: of the campaigns, and of the failure. */
def story = { List<String> lines ->
  lines.findAll { it =~ /^\[(INFO|ERROR)\] (fuzz:|    |--- FAIL|  Scanner)/ && !(it =~ /elapsed: \d+s, (execs|minimizing|setting up the target)/) }
      .collect {
        it.replaceAll(/elapsed: \d+s/, 'elapsed').replaceAll(/\(\d+\/sec\)/, '').replaceAll(/\(\d+\.\d\ds\)/, '')
            .replaceAll(/corpus[12]/, 'corpus')
      }
}
/** Executions and new interesting inputs of a target, from the table at the end. */
def row = { List<String> lines, String target ->
  def found = lines.collect { it =~ /^\[INFO\]   ScannerTest#${target} +(\d+) +(\d+)  (.+)$/ }.find { it.matches() }
  [found.group(1), found.group(2), found.group(3)]
}

assert tree('cache1').size() > 5
assert tree('cache1') == tree('cache2')
assert tree('corpus1').size() == 1
assert tree('corpus1') == tree('corpus2')
['explores', 'fails'].each { assert row(builds[0], it) == row(builds[1], it) }
assert row(builds[0], 'explores')[0] == '30000'
assert row(builds[0], 'explores')[2] == 'passed'
assert row(builds[0], 'fails')[2].startsWith('FAILED: java.lang.IllegalStateException: number after bang')
assert row(builds[0], 'fails')[0].toInteger() < 30000
assert builds[0].contains('[INFO] fuzz: target 1 of 2: ScannerTest#explores')
assert story(builds[0]) == story(builds[1])

// Another seed is another run.
assert tree('cache1') != tree('cache3')
