// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 3
assert runs[1].contains('This plugin has 7 goals:')
assert runs[1].findAll { it.startsWith('fuzz:') } == ['fuzz:export', 'fuzz:help', 'fuzz:import', 'fuzz:list', 'fuzz:replay', 'fuzz:run', 'fuzz:verify']

// Every parameter says by which property it is set, and what it means.
def text = runs[2].join('\n')
[
  'target', 'time', 'count', 'minimizetime', 'minimizelimit', 'parallel', 'timeout', 'maxlen', 'seed', 'corpusdir',
  'cachedir', 'includes', 'excludes', 'jvm', 'argLine', 'skip', 'failureIgnore', 'failIfNoTargets',
].each {
  assert text =~ /(?m)^    $it( \(Default: [^)]*\))?\n      \S.*(\n      .*)*\n      User property: fuzz\.$it$/
}
['systemPropertyVariables', 'environmentVariables'].each {
  assert text =~ /(?m)^    $it\n      \S/
}
return true
