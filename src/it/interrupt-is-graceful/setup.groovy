// SPDX-License-Identifier: Apache-2.0
// Presses Ctrl-C, as soon as there is something in the cache.
def log = new File(basedir, 'build.log')
def pid = new File(basedir, 'maven.pid')
def cache = new File(basedir, 'cache/it.example/interrupt-is-graceful/example.EndlessTest/neverFails')
Thread.startDaemon('interrupts') {
  while (!(cache.list() && log.text =~ /now fuzzing with 1 workers/)) {
    sleep(50)
  }
  new ProcessBuilder('kill', '-INT', pid.text).start().waitFor()
}
return true
