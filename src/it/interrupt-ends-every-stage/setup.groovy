// SPDX-License-Identifier: Apache-2.0
// Interrupts each stage as soon as it is reached, with Maven its worker, as a terminal does.
def stages = ['setting-up': 'TERM', 'warming-up': 'INT', minimizing: 'TERM', confirming: 'INT', 'tearing-down': 'TERM',
              'ending-a-replay': 'INT']
Thread.startDaemon('interrupts') {
  stages.each { stage, signal ->
    def reached = new File(basedir, "reached-$stage")
    while (!reached.exists()) {
      sleep(20)
    }
    def (maven, worker) = reached.readLines()
    def process = ProcessHandle.of(maven as long).get()
    new ProcessBuilder('kill', "-$signal", maven, worker).start().waitFor()
    // Patience that nobody needs, but less than tearing down may take if nobody is waiting.
    def end = System.nanoTime() + 15_000_000_000L
    while (process.isAlive() && System.nanoTime() < end) {
      sleep(20)
    }
    new File(basedir, "ended-$stage").text = process.isAlive() ? 'late' : 'in time'
  }
}
return true
