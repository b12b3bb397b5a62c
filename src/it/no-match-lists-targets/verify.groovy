// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 4

/** What Maven says went wrong, without what it says always. */
def error = { lines ->
  int start = lines.findIndexOf { it.startsWith('[ERROR] Failed to execute goal ') }
  int end = lines.findIndexOf(start) { it.endsWith(' -> [Help 1]') }
  lines.subList(start, end + 1)*.replaceFirst(/^\[ERROR\] /, '').join('\n').replaceFirst(/.* on project no-match-lists-targets: /, '').replaceFirst(/\s*-> \[Help 1\]$/, '')
}
def targets = '''\
  There is:
    CodecFuzzer#fuzzerTestOneInput(byte[])
    ReverseTest#keepsTheLength(String, byte[], Integer)
    ReverseTest#reverses(String)'''.stripIndent()
assert error(runs[1]) == "No target matches fuzz.target (ReverseTset#revreses). Did you mean ReverseTest#reverses? $targets"
assert error(runs[2]) == "No target matches fuzz.target (Zebra*). $targets"
(1..2).each {
  assert runs[it].any { it.startsWith('Caused by: org.apache.maven.plugin.MojoExecutionException: No target matches ') }
}

assert runs[3].contains('[INFO] fuzz: no-match-lists-targets has no target ReverseTest#notFuzzed: passed over')
assert runs[3].contains('[INFO] BUILD SUCCESS')
(1..3).each { assert !runs[it].any { it.contains('fuzz: elapsed') } }
return true
