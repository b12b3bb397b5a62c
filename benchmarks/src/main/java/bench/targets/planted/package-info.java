// SPDX-License-Identifier: Apache-2.0
/** What is fuzzed: each has one failure, planted behind something that fuzzers find hard. */
package bench.targets.planted;
