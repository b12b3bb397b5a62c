// SPDX-License-Identifier: Apache-2.0
package bench.targets;

/** Does nothing: what is measured is the fuzzer. */
public final class Empty {
  private Empty() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {}
}
