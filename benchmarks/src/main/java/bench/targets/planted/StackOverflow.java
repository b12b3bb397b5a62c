// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

/** Overflows the stack for brackets nested deeply, as a parser without a limit does. */
public final class StackOverflow {
  /**
   * Where the stack ends. A real one would take deeper inputs than the longest that are tried, and
   * would end elsewhere whenever the JIT compiler has made frames smaller.
   */
  private static final int DEEPEST = 1000;

  private StackOverflow() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    int unused = element(data, 0, 0);
  }

  /** Returns where the element ends. */
  private static int element(byte[] data, int start, int depth) {
    if (start >= data.length || data[start] != '(') {
      return start + 1;
    }
    int end = depth < DEEPEST ? element(data, start + 1, depth + 1) : bottomless(start);
    return end < data.length && data[end] == ')' ? end + 1 : end;
  }

  private static int bottomless(int depth) {
    return depth < 0 ? depth : bottomless(depth + 1) - 1;
  }
}
