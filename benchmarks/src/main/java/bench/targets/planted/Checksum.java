// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Fails for two bytes behind a CRC32 of the input's own, its last four bytes. */
public final class Checksum {
  private Checksum() {}

  /** Called by fuzzers. */
  public static void fuzzerTestOneInput(byte[] data) {
    int length = data.length - Integer.BYTES;
    if (length < 4) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(data, 0, length);
    if (ByteBuffer.wrap(data).getInt(length) != (int) crc.getValue()) {
      return;
    }
    if (data[0] == (byte) 0xbe && data[1] == (byte) 0xef) {
      throw new IllegalStateException("behind the checksum");
    }
  }
}
