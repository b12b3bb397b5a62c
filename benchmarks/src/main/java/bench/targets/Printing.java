// SPDX-License-Identifier: Apache-2.0
package bench.targets;

/** Prints a line and does nothing else, as no target of any use would: the worst that there is. */
public final class Printing {
  private Printing() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    System.out.println("an input to parse");
  }
}
