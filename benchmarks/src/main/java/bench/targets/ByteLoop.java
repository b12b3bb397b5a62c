// SPDX-License-Identifier: Apache-2.0
package bench.targets;

/** Looks at each byte, with a few branches, as a checksum or a scanner does. */
public final class ByteLoop {
  /** Keeps the compiler from leaving all of it out. */
  public static volatile int sink;

  private ByteLoop() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    int state = 1;
    for (int i = 0; i < data.length; i++) {
      int b = data[i] & 0xff;
      if (b < ' ') {
        state = state * 31 + b;
      } else if (b < 0x80) {
        state ^= b << (i & 7);
      } else if ((b & 1) != 0) {
        state -= b;
      } else {
        state = Integer.rotateLeft(state, 5) + i;
      }
    }
    sink = state;
  }
}
