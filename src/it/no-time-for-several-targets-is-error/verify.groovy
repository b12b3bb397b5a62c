// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 3

/** What Maven says went wrong, without what it says always. */
def error = { lines ->
  int start = lines.findIndexOf { it.startsWith('[ERROR] Failed to execute goal ') }
  int end = lines.findIndexOf(start) { it.endsWith(' -> [Help 1]') }
  lines.subList(start, end + 1)*.replaceFirst(/^\[ERROR\] /, '').join('\n').replaceFirst(/.* on project no-time-for-several-targets-is-error: /, '').replaceFirst(/\s*-> \[Help 1\]$/, '')
}
assert error(runs[1]) == '''\
  Several targets match: give each its time, such as -Dfuzz.time=30s, or name one of them as fuzz.target:
    OneTest#first
    OneTest#second'''.stripIndent()
assert error(runs[2]) == 'fuzz.time or fuzz.count is required here, such as <time>30s</time> in the plugin\'s configuration: without, the build would never end'
(1..2).each {
  assert runs[it].any { line -> line.startsWith('Caused by: org.apache.maven.plugin.MojoExecutionException: ') }
  assert !runs[it].any { line -> line.contains('fuzz: elapsed') }
}
return true
