// SPDX-License-Identifier: Apache-2.0
package bench;

/**
 * One run of one contestant.
 *
 * @param executions how often it ran the target
 * @param fuzzingSeconds how long it says it fuzzed
 * @param lateNanos nanoseconds per execution in the second half of its time, if it says
 * @param process what its processes used
 */
record Run(
    long executions, double fuzzingSeconds, double lateNanos, MeasuredProcess.Usage process) {

  double perSecond() {
    return executions / fuzzingSeconds;
  }

  /** Start-up included. */
  double perCpuSecond() {
    return executions / process.cpuSeconds();
  }
}
