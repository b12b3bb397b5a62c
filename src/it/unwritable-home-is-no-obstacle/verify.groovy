// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 2

def home = new File(basedir, 'home')
assert home.text == 'not a directory\n'
assert builds[0].findAll { it.startsWith('[WARNING] fuzz: cannot') } == [
  "[WARNING] fuzz: cannot write to $home/.cache/maven-fuzz: generated inputs are in $basedir/target/fuzz-cache until mvn clean; fuzz.cachedir names another directory".toString()
]

// Found step by step, by way of the cache.
def finding = new File(basedir, 'src/test/resources/fuzz/example.LockTest/staysShut').listFiles()
assert finding*.text == ['maven fuzz v1\nbyte[]("key")\n']
def cached = new File(basedir, 'target/fuzz-cache/it.example/unwritable-home-is-no-obstacle/example.LockTest/staysShut').list()
assert cached.size() > 1
assert builds[1].any { it.endsWith("1 file, ${cached.size()} cached") }
