// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 4

def found = [
  annotated: 'String("na\\u00efve")',
  inherited: 'String("of the class")',
  file: 'byte[]("\\xff\\xd8 magic")',
  parameter: 'byte[]("xyzzy")'
]
found.each { name, value ->
  def findings = new File(basedir, "src/test/resources/fuzz/example.WordsTest/${name}").listFiles()
  assert findings.length == 1 && findings[0].text == "maven fuzz v1\n${value}\n" : name
}
assert builds[1].contains('[INFO] BUILD SUCCESS')
assert builds[2].any { it.startsWith('[ERROR]') && it.contains('fuzz.dict (') && it.contains('wrong.txt) must be dictionary files: line 1: is not a token') }
assert builds[3].any { it.contains('@Dictionary of MissingTest#missing: there is no missing.dict on the class path') }
