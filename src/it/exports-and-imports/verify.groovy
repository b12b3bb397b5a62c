// SPDX-License-Identifier: Apache-2.0
import java.security.MessageDigest

def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 5
def sha1 = { bytes -> MessageDigest.getInstance('SHA-1').digest(bytes).encodeHex().toString() }

// Every file of the directory, whatever its name, is in the cache, and the campaign starts from it.
def cache = new File(basedir, 'cache/it.example/exports-and-imports/example.ParserFuzzer/fuzzerTestOneInput')
assert builds[0].contains("[INFO] fuzz: imported 2 inputs of ParserFuzzer#fuzzerTestOneInput into $cache".toString())
assert cache.listFiles()*.text.containsAll(['maven fuzz v1\nbyte[]("other fuzzer")\n', 'maven fuzz v1\nbyte[]("deep")\n'])
assert builds[1].any { it.contains('gathering baseline coverage: 3/3 completed') }
assert builds[1].contains('[ERROR]     java.lang.NumberFormatException: lonely minus')

// What comes out is the bytes, named as libFuzzer names them; findings apart.
def raw = new File(basedir, 'target/raw')
def corpus = new File(raw, 'corpus').listFiles()
assert corpus*.text.containsAll(['other fuzzer', 'deep', 'a seed'])
assert new File(raw, 'findings').listFiles()*.text == ['-']
(corpus + new File(raw, 'findings').listFiles()).each { assert it.name == sha1(it.bytes) }
assert builds[2].contains("[INFO] fuzz: exported ${cache.list().length + 1} entries and 1 findings of ParserFuzzer#fuzzerTestOneInput to $raw".toString())

assert builds[3].any { it.contains('fuzz.output is required: the directory to write to, such as -Dfuzz.output=target/corpus') }
assert builds[4].any { it.contains('fuzz.input (') && it.contains('nowhere) must be a directory of inputs, such as -Dfuzz.input=corpus') }
return true
