// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 8

/** The lines from a first one on; none if there is no such line. */
def from = { lines, first, count ->
  int start = lines.indexOf(first)
  start < 0 ? [] : lines.subList(start, Math.min(start + count, lines.size()))
}
/** What Maven says went wrong, without what it says always. */
def error = { lines ->
  int start = lines.findIndexOf { it.startsWith('[ERROR] Failed to execute goal ') }
  int end = lines.findIndexOf(start) { it.endsWith(' -> [Help 1]') }
  lines.subList(start, end + 1)*.replaceFirst(/^\[ERROR\] /, '').join('\n').replaceFirst(/.* on project replay-one-input: /, '').replaceFirst(/\s*-> \[Help 1\]$/, '')
}

// By the name of a seed file.
assert from(runs[1], '[INFO] fuzz: DiscountTest#anyCode runs on af69258a12129d6c, with the arguments', 3) == [
  '[INFO] fuzz: DiscountTest#anyCode runs on af69258a12129d6c, with the arguments',
  '[INFO]     "half \\u4f60", 50, new byte[] {0, -1}',
  '[INFO] fuzz: passed',
]

// The same, and it fails: as a finding does.
assert from(runs[2], '[INFO] fuzz: DiscountTest#anyCode runs on too-much, with the arguments', 6) == [
  '[INFO] fuzz: DiscountTest#anyCode runs on too-much, with the arguments',
  '[INFO]     "all\\n", Integer.MAX_VALUE, "key".getBytes(ISO_8859_1)',
  '[ERROR] --- FAIL: DiscountTest#anyCode',
  '[ERROR]     java.lang.IllegalArgumentException: percent (2147483647) of all',
  '[ERROR]      is too much',
  '[ERROR]     \tat example.Discount.of(Discount.java:9)',
]
assert runs[2].any { it.startsWith('Caused by: org.apache.maven.plugin.MojoFailureException: DiscountTest#anyCode fails on ') }
assert !runs[2].contains('[INFO] fuzz: passed')

// By path; from the cache.
assert from(runs[3], '[INFO] fuzz: DiscountTest#anyCode runs on elsewhere.txt, with the arguments', 3)[1..2] == [
  '[INFO]     "", -1, new byte[0]', '[INFO] fuzz: passed']
assert from(runs[4], '[INFO] fuzz: DiscountTest#anyCode runs on 0123456789abcdef, with the arguments', 3)[1..2] == [
  '[INFO]     "cached", 0, new byte[0]', '[INFO] fuzz: passed']

// What is wrong is said, and what there is.
def cache = new File(basedir, 'cache/it.example/replay-one-input/example.DiscountTest/anyCode')
assert error(runs[5]) == '''\
  There is no fuzz.input (too-mch), neither in the corpus nor as the path of a file. There is:
    af69258a12129d6c
    too-much
    1 in the cache, CACHE'''.stripIndent().replace('CACHE', cache.path)
assert error(runs[6]) == '''\
  fuzz.target must match one target, not 2:
    DiscountTest#anyCode
    DiscountTest#another'''.stripIndent()
assert error(runs[7]) == 'fuzz.input is required: the name of a corpus file or a path, such as -Dfuzz.input=af69258a12129d6c'
(5..7).each { assert runs[it].any { it.startsWith('Caused by: org.apache.maven.plugin.MojoExecutionException: ') } }

// Each ran once, and nothing was written.
assert new File(basedir, 'executions').text == '....'
assert new File(basedir, 'src/test/resources/fuzz/example.DiscountTest/anyCode').list().toSorted() == ['af69258a12129d6c', 'too-much']
return true
