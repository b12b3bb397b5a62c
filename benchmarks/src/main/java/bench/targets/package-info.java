// SPDX-License-Identifier: Apache-2.0
/** What is fuzzed. None of these ever fails. */
package bench.targets;
