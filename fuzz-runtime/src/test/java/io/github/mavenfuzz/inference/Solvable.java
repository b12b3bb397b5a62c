// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.inference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;

/** What has to be computed, as no copy of what it is compared with is in the input. */
final class Solvable {
  private static final int[] KEY = {0x6E, 0x21, 0xD4, 0x90, 0x3B};

  private Solvable() {}

  static boolean offset(byte[] data) {
    return data.length == 4 && ByteBuffer.wrap(data).getInt() * 3 + 12_345 == 987_654_321;
  }

  static boolean hiddenByItsBeginning(byte[] data) {
    byte[] plain = new byte[Math.max(0, data.length - 2)];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (data[i + 2] ^ data[i & 1]);
    }
    return data.length > 2
        && data[0] != 0
        && new String(plain, StandardCharsets.ISO_8859_1).startsWith("LAUNCH");
  }

  static boolean product(byte[] data) {
    ByteBuffer buffer = ByteBuffer.wrap(data);
    return data.length == 12 && buffer.getInt() * buffer.getInt() == buffer.getInt() + 1;
  }

  static boolean sum(byte[] data) {
    int sum = 0;
    for (byte one : data) {
      sum += one & 0xFF;
    }
    return (sum & 0xFF) == 0xA7;
  }

  static boolean hexadecimal(byte[] data) {
    String text = new String(data, StandardCharsets.US_ASCII);
    int sum = 0;
    for (int i = 0; i < text.length(); i += 2) {
      int high = Character.digit(text.charAt(i), 16);
      int low = i + 1 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
      if (high < 0 || low < 0) {
        return false;
      }
      sum += (high << 4) | low;
    }
    return (sum & 0xFF) == 0x3D;
  }

  static boolean decimal(byte[] data) {
    try {
      int number = Integer.parseInt(new String(data, StandardCharsets.US_ASCII));
      return number * 7 - 3 == 7 * 123_456 - 3;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static boolean negative(byte[] data) {
    try {
      return Integer.parseInt(new String(data, StandardCharsets.US_ASCII)) + 1_000 == 1;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  static boolean hash(byte[] data) {
    return data.length >= 7 && Arrays.hashCode(data) == 0x4B1D5EED;
  }

  static boolean masked(byte[] data) {
    return data.length == 4 && (ByteBuffer.wrap(data).getInt() ^ 0x5A17C0DE) == 0x12345678;
  }

  static boolean rotated(byte[] data) {
    return data.length == 4 && Integer.rotateLeft(ByteBuffer.wrap(data).getInt(), 11) == 0xC35A0F1D;
  }

  static boolean redundancy(byte[] data) {
    CRC32 crc = new CRC32();
    crc.update(data);
    return data.length >= 4 && crc.getValue() == 0xDEADBEEFL;
  }

  /** Each element of the key depends on all before it, and the first wrong one is the last. */
  static boolean chain(byte[] data) {
    int state = 0x5A;
    if (data.length != KEY.length) {
      return false;
    }
    for (int i = 0; i < KEY.length; i++) {
      int element = data[i] & 0xFF;
      int mixed = element ^ state;
      if ((((mixed << 3) & 0xFF) | (mixed >>> 5)) != KEY[i]) {
        return false;
      }
      state = (state * 31 + element) & 0xFF;
    }
    return true;
  }

  static boolean distance(byte[] data) {
    int distance = 0;
    for (int i = 0; i < Math.min(data.length, KEY.length); i++) {
      distance += ((data[i] ^ 0x3C) & 0xFF) ^ KEY[i];
    }
    return data.length == KEY.length && distance == 0;
  }

  static boolean backwards(byte[] data) {
    String text = new String(data, StandardCharsets.US_ASCII);
    return new StringBuilder(text).reverse().toString().equals("enihcam");
  }

  static boolean enciphered(byte[] data) {
    byte[] plain = data.clone();
    for (int i = 0; i < plain.length; i++) {
      plain[i] ^= (byte) (0xA5 + i);
    }
    return Arrays.equals(plain, "secret".getBytes(StandardCharsets.US_ASCII));
  }

  static boolean lookedUp(byte[] data) {
    StringBuilder key = new StringBuilder();
    for (byte one : data) {
      key.append((char) (one + 1));
    }
    return Map.of("colour", true).getOrDefault(key.toString(), false);
  }

  /** A length, and a checksum behind it: making the second right must leave the first so. */
  static boolean packet(byte[] data) {
    if (data.length < 6 || data[0] + 5 != data.length) {
      return false;
    }
    int sum = 0;
    for (byte one : data) {
      sum += one & 0xFF;
    }
    return (sum & 0xFF) == 0 && data[1] + 3 == 'K';
  }

  static boolean scaled(byte[] data) {
    double value = data.length == 8 ? ByteBuffer.wrap(data).getDouble() * 4 : 0;
    return value == 13.5625;
  }

  static boolean nothing(byte[] data) {
    return data.length == Integer.MAX_VALUE;
  }

  static boolean apart(byte[] data) {
    return data.length == 2 && data[0] * 2 > data[1] + 300;
  }
}
