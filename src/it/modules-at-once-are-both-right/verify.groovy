// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines()

[left: 'sea', right: 'sky'].each { module, word ->
  def test = "${module.capitalize()}Test"
  def found = "src/test/resources/fuzz/example.$test/spells"
  def finding = new File(basedir, "$module/$found").listFiles()
  assert finding*.text == ["maven fuzz v1\nbyte[](\"$word\")\n".toString()]
  assert log.contains("[ERROR]     java.lang.IllegalStateException: $module".toString())
  assert log.contains("[ERROR]     Failing input written to $module/$found/${finding[0].name}".toString())
  assert log.contains("[ERROR]     mvn -pl :$module test -Dtest=$test#spells -Dfuzz.input=${finding[0].name}".toString())
  assert log.any { it =~ /^\[INFO\] $module .* FAILURE \[/ }
  assert new File(basedir, "cache/it.example/$module/example.$test/spells").list().size() > 1
}
assert !log.any { it.contains('Flaky') }
