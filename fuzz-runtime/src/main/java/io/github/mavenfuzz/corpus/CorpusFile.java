// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The format of corpus files: text that a person can read and edit, and that keeps every value
 * exactly. {@code site/markdown/corpus-files.md} has its grammar. Thread-safe.
 */
public final class CorpusFile {
  static final String VERSION = "maven fuzz v1";

  /** The size of a file beyond which it is no sensible input. */
  static final int MAX_BYTES = 64 << 20;

  /**
   * The largest input whose text always fits, in bytes and chars of all its values together: each
   * takes up to seven characters, which is what a newline takes with the line that it ends.
   */
  public static final int MAX_INPUT = MAX_BYTES / 8;

  /**
   * The size of a {@code byte[]} from which on it is stored raw where it can be: the text may be
   * too long.
   */
  static final int RAW_FROM = MAX_INPUT;

  // What every version's first line starts with.
  private static final byte[] ANY_VERSION = "maven fuzz v".getBytes(US_ASCII);

  // Some editors put it in front of all that they save.
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private static final int NAME_BYTES = 8;

  private CorpusFile() {}

  /**
   * Reads the values of a file: one per parameter, each of its type's {@linkplain
   * ParameterType#boxed() class}. For a target of one {@code byte[]}, a file without a version line
   * is that array.
   */
  public static List<Object> parse(byte[] content, Signature signature)
      throws MalformedEntryException {
    if (content.length > MAX_BYTES) {
      throw new MalformedEntryException(
          1, "file of %s bytes: at most %s are allowed".formatted(content.length, MAX_BYTES));
    }
    int start = startsWith(content, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    if (signature.isSingleByteArray() && !startsWith(content, start, ANY_VERSION)) {
      return List.of(content.clone());
    }
    return new EntryParser(content, start).parse(signature);
  }

  /**
   * Writes values as a file, in the one way that fits them: equal values are equal files.
   *
   * @throws IllegalArgumentException if these are no values of that signature, or if the file would
   *     be too large to be read again
   */
  public static byte[] format(List<Object> values, Signature signature) {
    signature.check(values);
    if (signature.isSingleByteArray()) {
      byte[] bytes = (byte[]) values.get(0);
      if (bytes.length >= RAW_FROM && bytes.length <= MAX_BYTES && !isText(bytes)) {
        return bytes.clone();
      }
    }
    String text = new EntryWriter().write(values, signature);
    if (text.length() > MAX_BYTES) {
      throw new IllegalArgumentException(
          "corpus file of %s bytes: at most %s are allowed".formatted(text.length(), MAX_BYTES));
    }
    return text.getBytes(US_ASCII);
  }

  /**
   * The same values in the one way that fits them, however they were written.
   *
   * @throws MalformedEntryException if it is no file of that signature, or would be too large in
   *     the one way
   */
  public static byte[] canonical(byte[] content, Signature signature)
      throws MalformedEntryException {
    List<Object> values = parse(content, signature);
    try {
      return format(values, signature);
    } catch (IllegalArgumentException e) {
      throw new MalformedEntryException(1, String.valueOf(e.getMessage()));
    }
  }

  /** Whether a file with this content is text, rather than the bytes of an array as they are. */
  public static boolean isText(byte[] content) {
    int start = startsWith(content, 0, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    return startsWith(content, start, ANY_VERSION);
  }

  /** The name of a file with this content: the first 16 hex digits of its SHA-256. */
  public static String nameOf(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(hash, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static boolean startsWith(byte[] content, int from, byte[] prefix) {
    int end = from + prefix.length;
    return content.length >= end && Arrays.equals(content, from, end, prefix, 0, prefix.length);
  }
}
