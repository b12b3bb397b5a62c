// SPDX-License-Identifier: Apache-2.0
/**
 * Measures the fuzzer. Entry point {@link bench.Benchmarks}; every run of a contestant is a process
 * of its own.
 */
package bench;
