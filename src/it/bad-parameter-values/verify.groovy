// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 4

def errors = { lines, module ->
  lines.findAll { it =~ /^\[ERROR\] Failed to execute goal .*:run \(default-cli\) on project $module: / }
    .collect { it.replaceFirst(/.* on project $module: /, '').replaceFirst(/ -> \[Help \d+\]$/, '') }
}

// Each is one error with the parameter, the value and the accepted forms, and nothing is forked.
def values = new File(basedir, 'values.txt').readLines().drop(1)
assert values.size() == 25
values.eachWithIndex { line, i ->
  def (parameter, value, forms) = line.split(/ \| /)
  assert errors(runs[1], "case-$i") == ["$parameter ($value) must be $forms".toString()]
  assert !new File(basedir, "case-$i/forked").exists()
}
assert runs[1].count { it.startsWith('Caused by: org.apache.maven.plugin.MojoExecutionException: fuzz.') } == values.size()

// With good values there is such a mark.
assert errors(runs[1], 'sound') == []
assert new File(basedir, 'sound/forked').exists()

assert errors(runs[2], 'sound') == [
  'fuzz.count (100) and fuzz.time (100x) both count executions: give one of them, or a duration as fuzz.time']
assert errors(runs[3], 'sound').size() == 1
assert errors(runs[3], 'sound')[0].startsWith('fuzz.target (MarkTest#) is malformed: ')
