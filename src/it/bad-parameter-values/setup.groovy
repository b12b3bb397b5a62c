// SPDX-License-Identifier: Apache-2.0
// A module for every line of values.txt, with the compiled tests of the sound one.
def pom = new File(basedir, 'pom.xml')
def modules = new StringBuilder()
new File(basedir, 'values.txt').readLines().drop(1).eachWithIndex { line, i ->
  def (parameter, value) = line.split(/ \| /)
  def module = new File(basedir, "case-$i")
  module.mkdir()
  new File(module, 'pom.xml').text = """\
    <project>
      <modelVersion>4.0.0</modelVersion>
      <parent>
        <groupId>it.example</groupId>
        <artifactId>bad-parameter-values</artifactId>
        <version>1.0</version>
      </parent>
      <artifactId>case-$i</artifactId>
      <properties>
        <$parameter>$value</$parameter>
      </properties>
      <build>
        <testOutputDirectory>\${project.basedir}/../sound/target/test-classes</testOutputDirectory>
      </build>
    </project>
    """.stripIndent()
  modules << "<module>case-$i</module>\n"
}
pom.text = pom.text.replace('</modules>', "$modules</modules>")
return true
