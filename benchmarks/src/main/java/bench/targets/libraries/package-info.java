// SPDX-License-Identifier: Apache-2.0
/**
 * What is fuzzed: libraries, in versions that have bugs. What a library documents that it throws is
 * no failure.
 */
package bench.targets.libraries;
