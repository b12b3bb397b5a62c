// SPDX-License-Identifier: Apache-2.0
def runs = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects\\.\\.\\.').collect { it.readLines() }
assert runs.size() == 3

def summary = runs[1].findAll { it.startsWith('[INFO]   AssumptionTest#') }
assert summary.size() == 3
assert summary[0] ==~ /\[INFO\]   AssumptionTest#never +2000 +0  passed/
assert summary[1] ==~ /\[INFO\]   AssumptionTest#sometimes +2000 +[1-9]  passed/
assert summary[2] ==~ /\[INFO\]   AssumptionTest#afterProgress +2000 +[1-9]  passed/
assert runs[1].contains('[INFO] BUILD SUCCESS')
assert !runs[1].any { it.startsWith('[ERROR]') }

assert runs[2].contains('[ERROR]     org.opentest4j.IncompleteExecutionException')
assert new File(basedir, 'src/test/resources/fuzz/example.AssumptionTest').list().toList() == ['somethingElse']
