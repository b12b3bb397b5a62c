// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
def corpus = new File(basedir, 'src/test/resources/fuzz/example.TypesTest')
assert runs.size() == 3

// The file of each target, without its first line; and the arguments in the report.
def minimal = [
  ofBytes: ['byte[]("0\\x800")', 'new byte[] {48, -128, 48}'],
  // Four chars of ASCII come after z, and are alike.
  ofString: ['String("~00")', '"~00"'],
  ofBoolean: ['boolean(true)', 'true'],
  ofByte: ['byte(-101)', '(byte) -101'],
  ofChar: ["char('0')", "'0'"],
  ofShort: ['short(1001)', '(short) 1001'],
  ofInt: ['int(-70001)', '-70001'],
  ofLong: ['long(5000000001)', '5000000001L'],
  ofFloat: ['float(2.0)', '2.0f'],
  ofDouble: ['double(-3.0)', '-3.0'],
  ofBoxes: [
    "boolean(true) byte(1) char('0') short(0) int(11) long(0) float(0.0) double(0.0) byte[](\"\")",
    "true, (byte) 1, '0', (short) 0, 11, 0L, 0.0f, 0.0, new byte[0]",
  ],
  ofTwo: ['int(8) String("00")', '8, "00"'],
]
assert corpus.list().toSorted() == minimal.keySet().toSorted()
minimal.each { target, values ->
  def files = new File(corpus, target).listFiles()
  assert files.size() == 1
  def alike = { text -> target == 'ofString' ? text.replaceFirst('"[{|}]00"', '"~00"') : text }
  assert alike(files[0].getText('UTF-8')) == 'maven fuzz v1\n' + values[0].split(' ').join('\n') + '\n'
  int start = runs[1].indexOf("[INFO] fuzz: target ${minimal.keySet().toList().indexOf(target) + 1} of 12: TypesTest#$target".toString())
  assert start > 0
  def report = runs[1].subList(start, runs[1].size())
  assert alike(report[report.indexOf('[ERROR]     Arguments:') + 1]) == '[ERROR]         ' + values[1]
}

// From then on, mvn test fails on each.
assert runs[2].contains('[ERROR] Tests run: 12, Failures: 0, Errors: 12, Skipped: 0')
return true
