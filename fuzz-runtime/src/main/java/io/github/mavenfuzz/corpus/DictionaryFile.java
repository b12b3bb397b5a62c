// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dictionaries as AFL and libFuzzer read them: one token per line, {@code "GET "} or {@code
 * name="\xFF\xD8"}, with {@code \\}, {@code \"} and {@code \xAB} for what a line cannot hold;
 * {@code #} begins a comment line. Tokens are bytes; here each is a String of one char per byte.
 */
public final class DictionaryFile {
  private static final Pattern LINE =
      Pattern.compile("(?:[\\w.@+/-]+\\s*=\\s*)?\"(.*)\"", Pattern.DOTALL);

  private static final String FORM =
      "is not a token such as \"GET \" or name=\"\\xFF\\xD8\", in quotes";

  /** Editors of Windows begin a file of UTF-8 with it. */
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private static final int HEX_DIGITS = 2;

  private DictionaryFile() {}

  /**
   * The tokens of a file, in its order.
   *
   * @throws MalformedEntryException if a line is neither a token nor a comment
   */
  public static List<String> parse(byte[] file) throws MalformedEntryException {
    List<String> tokens = new ArrayList<>();
    int number = 0;
    String text = bytes(file);
    String unmarked = text.startsWith(BYTE_ORDER_MARK) ? text.substring(3) : text;
    for (String raw : unmarked.split("\r\n|\n|\r", -1)) {
      number++;
      String line = raw.strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        throw new MalformedEntryException(number, FORM);
      }
      String token = unescape(matcher.group(1), number);
      if (token.isEmpty()) {
        throw new MalformedEntryException(number, "the token is empty");
      }
      tokens.add(token);
    }
    return List.copyOf(tokens);
  }

  /** A text as a token: in UTF-8. */
  public static String token(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String bytes(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String unescape(String quoted, int line) throws MalformedEntryException {
    StringBuilder token = new StringBuilder();
    int at = 0;
    while (at < quoted.length()) {
      char c = quoted.charAt(at++);
      if (c == '"') {
        throw new MalformedEntryException(line, "a quote within a token is written \\\"");
      }
      if (c != '\\') {
        token.append(c);
        continue;
      }
      char escaped = at < quoted.length() ? quoted.charAt(at++) : 0;
      if (escaped == '\\' || escaped == '"') {
        token.append(escaped);
      } else if (escaped == 'x' && isHex(quoted, at)) {
        token.append((char) Integer.parseInt(quoted.substring(at, at + HEX_DIGITS), 16));
        at += HEX_DIGITS;
      } else {
        throw new MalformedEntryException(
            line, "a backslash is followed by a backslash, a quote, or x and two hex digits");
      }
    }
    return token.toString();
  }

  private static boolean isHex(String text, int at) {
    if (at + HEX_DIGITS > text.length()) {
      return false;
    }
    for (int i = at; i < at + HEX_DIGITS; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
