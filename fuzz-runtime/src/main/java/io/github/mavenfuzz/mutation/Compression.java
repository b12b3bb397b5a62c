// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * Forms of deflated data (RFC 1950 to 1952), whose checksums and lengths no mutation of the data
 * itself leaves right. What is written is stored, not deflated, so that the content is in it as it
 * is.
 */
enum Compression implements Code {
  ZLIB("", 0) {
    @Override
    boolean mayBeAt(String data, int at) {
      int checked = at + 1 < data.length() ? data.charAt(at) << Byte.SIZE | data.charAt(at + 1) : 0;
      return checked >> Byte.SIZE == LARGEST_WINDOW && checked % 31 == 0;
    }
  },
  /** With neither names nor comments in its head, which are rare. */
  GZIP("\u001F\u008B\b\0\0\0\0\0\0\u00FF", 8) {
    @Override
    boolean mayBeAt(String data, int at) {
      return data.startsWith("\u001F\u008B\b\0", at);
    }

    @Override
    byte[] tail(byte[] content) {
      CRC32 checksum = new CRC32();
      checksum.update(content);
      return ByteBuffer.allocate(Integer.BYTES + Integer.BYTES)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt((int) checksum.getValue())
          .putInt(content.length)
          .array();
    }
  },
  /** One stored block and no head: of other blocks, anything might be the beginning. */
  RAW("", 0) {
    @Override
    boolean mayBeAt(String data, int at) {
      return at + 4 < data.length()
          && data.charAt(at) == 1
          && (data.charAt(at + 1) ^ data.charAt(at + 3)) == 0xFF
          && (data.charAt(at + 2) ^ data.charAt(at + 4)) == 0xFF;
    }
  };

  private static final int LARGEST_WINDOW = 0x78;
  private static final int MOST_CONTENT = 1 << 16;

  /** What stored blocks, of which one is enough mostly, and a checksum take. */
  private static final int OVERHEAD = 64;

  private final String head;
  private final int tail;

  Compression(String head, int tail) {
    this.head = head;
    this.tail = tail;
  }

  abstract boolean mayBeAt(String data, int at);

  byte[] tail(byte[] content) {
    return new byte[0];
  }

  @Override
  public String encode(byte[] content) {
    Deflater deflater = new Deflater(Deflater.NO_COMPRESSION, this != ZLIB);
    try {
      deflater.setInput(content);
      deflater.finish();
      byte[] stored = new byte[content.length + content.length / 1024 + OVERHEAD];
      int length = deflater.deflate(stored);
      byte[] end = tail(content);
      return head + text(stored, length) + text(end, end.length);
    } finally {
      deflater.end();
    }
  }

  /** The parts of bytes, a char each, that are such data, at most so many. */
  static List<Coded> in(String data, int most) {
    List<Coded> found = new ArrayList<>();
    int at = 0;
    while (at < data.length() && found.size() < most) {
      Coded one = at(data, at);
      if (one != null) {
        found.add(one);
      }
      at += one == null ? 1 : one.length();
    }
    return found;
  }

  private static @Nullable Coded at(String data, int at) {
    for (Compression form : values()) {
      Coded one = form.mayBeAt(data, at) ? form.read(data, at) : null;
      if (one != null) {
        return one;
      }
    }
    return null;
  }

  /** Null if it is none, or not all of it. */
  private @Nullable Coded read(String data, int at) {
    String deflated = data.substring(Math.min(at + head.length(), data.length()));
    Inflater inflater = new Inflater(this != ZLIB);
    try {
      inflater.setInput(deflated.getBytes(StandardCharsets.ISO_8859_1));
      byte[] content = new byte[MOST_CONTENT];
      int count = inflater.inflate(content);
      int length = head.length() + (int) inflater.getBytesRead() + tail;
      boolean whole = inflater.finished() && at + length <= data.length();
      return whole ? new Coded(this, at, length, text(content, count)) : null;
    } catch (DataFormatException e) {
      return null;
    } finally {
      inflater.end();
    }
  }

  private static String text(byte[] bytes, int length) {
    return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
  }
}
