// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 7

def seen = { run ->
  def properties = new Properties()
  new File(basedir, "target/${run}.properties").withReader { properties.load(it) }
  properties
}
def taken = seen('taken')
def maximum = { it['arguments'].findAll(/-Xmx\w+/) }
assert maximum(taken) == ['-Xmx222m']
assert taken['property.late'] == 'property'
assert taken['property.quoted'] == 'two words'
assert taken['property.of.surefire'] == 'surefire'
assert taken['property.of.both'] == 'surefire'
assert taken['property.of.project'] == 'surefire-settings-are-taken-over'
assert taken['property.of.text'] == 'f\u00fcr \u4f60'
assert taken['property.empty'] == ''
assert taken['property.from.user'] == 'user'
assert taken['property.basedir'] == basedir.path
assert taken['environment.OF_SUREFIRE'] == 'surefire'
assert taken['environment.OF_BOTH'] == 'surefire'
assert taken['directory'] == 'src'
// It is the worker that wrote last, not Surefire.
assert taken['arguments'].contains('fuzz-runtime')

def own = seen('own')
assert maximum(own) == ['-Xmx333m']
assert !own.containsKey('property.late')
assert own['property.of.surefire'] == 'surefire'
assert own['property.of.both'] == 'own'
assert own['property.of.own'] == 'own'
assert own['environment.OF_SUREFIRE'] == 'surefire'
assert own['environment.OF_BOTH'] == 'own'
assert own['environment.OF_OWN'] == 'own'

def line = seen('line')
assert maximum(line) == ['-Xmx444m']
assert line['property.of.both'] == 'user'
assert line['environment.OF_BOTH'] == 'surefire'

assert builds[3].any { it.contains("Unrecognized VM option 'NoSuchFlag'") }
assert !builds[3].any { it.contains('--- FAIL') }

def memory = java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean).totalMemorySize
assert maximum(seen('shared')) == ["-Xmx${Math.min(2 << 10, Math.max(256, (memory >> 22).intdiv(2)))}m".toString()]

def ascii = seen('ascii')
assert ascii['property.sun.jnu.encoding'] == 'ANSI_X3.4-1968'
assert ascii['property.of.text'] == 'f\u00fcr \u4f60'
assert ascii['property.of.surefire'] == 'surefire'
assert builds[6].any { it =~ /the JVM argument \(-Dname=f\?r\) of workers has characters that are not in US-ASCII/ }
assert builds[6].any { it.contains('run Maven in a UTF-8 locale, such as with LC_ALL=C.UTF-8') }
assert !new File(basedir, 'target/unencodable.properties').exists()
assert !new File(basedir, 'src/test/resources').exists()
