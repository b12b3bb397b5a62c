// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the fuzzer. Entry point {@link bench.Benchmarks}; every run of a contestant is a process
 * of its own. How it does beside Jazzer on bugs and libraries, {@link bench.duel} tells.
 */
package bench;
