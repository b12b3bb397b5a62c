// SPDX-License-Identifier: Apache-2.0
def builds = new File(basedir, 'build.log').getText('UTF-8').split(/(?m)^\[INFO\] Scanning for projects\.\.\.$/).drop(1)*.readLines()
assert builds.size() == 2

def name = new File(basedir, 'name.txt').getText('UTF-8')
def prefix = '[ERROR]     Failing input written to ' + name + '/src/test/resources/fuzz/example.PathTest/refuses/'
assert builds[0].contains('[ERROR]     java.lang.IllegalArgumentException: bang')
assert builds[0].count { it.startsWith(prefix) && it.substring(prefix.length()) ==~ /[0-9a-f]{16}/ } == 1

// The finding is a test case: its file was written where it belongs.
assert builds[1].any { it =~ /^\[ERROR\] Tests run: 2, Failures: 0, Errors: 1, Skipped: 0$/ }
assert builds[1].any { it =~ /^\[INFO\] Copying 2 resources / }
// The cache is below the module, too.
def found = ['sh', '-c', 'ls */cache/it.example/module/example.PathTest/refuses'].execute(null, basedir).text.readLines()
assert found.size() > 0
assert found.every { it ==~ /[0-9a-f]{16}/ }
