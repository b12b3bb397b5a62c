// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ways to write bytes as text. Forms that may be in vain look back: of a long run, one try from its
 * beginning is enough.
 */
enum TextCode implements Code {
  BASE_64("[A-Za-z0-9+/]{4,}={0,2}") {
    @Override
    byte[] decode(String text) {
      return Base64.getDecoder().decode(text);
    }

    @Override
    public String encode(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  },
  URL_BASE_64("(?<![A-Za-z0-9])[A-Za-z0-9]*+[-_][A-Za-z0-9_-]*={0,2}") {
    @Override
    byte[] decode(String text) {
      return Base64.getUrlDecoder().decode(text);
    }

    @Override
    public String encode(byte[] bytes) {
      return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
  },
  HEX("(?:[0-9a-f]{2}){2,}") {
    @Override
    byte[] decode(String text) {
      return HexFormat.of().parseHex(text);
    }

    @Override
    public String encode(byte[] bytes) {
      return HexFormat.of().formatHex(bytes);
    }
  },
  UPPER_HEX("(?<![0-9])[0-9]*+[A-F][0-9A-F]*") {
    @Override
    byte[] decode(String text) {
      return HexFormat.of().parseHex(text);
    }

    @Override
    public String encode(byte[] bytes) {
      return HexFormat.of().withUpperCase().formatHex(bytes);
    }
  },
  PERCENT("(?<![^&=?#\\s])[^&=?#\\s]*?%[0-9A-Fa-f]{2}[^&=?#\\s]*") {
    @Override
    byte[] decode(String text) {
      StringBuilder plain = new StringBuilder();
      Matcher escape = ESCAPE.matcher(text);
      int end = 0;
      while (escape.find()) {
        plain.append(text, end, escape.start());
        plain.append((char) Integer.parseInt(escape.group(1), 16));
        end = escape.end();
      }
      return plain.append(text.substring(end)).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public String encode(byte[] bytes) {
      StringBuilder coded = new StringBuilder();
      for (byte one : bytes) {
        boolean plain = one > 0 && (Character.isLetterOrDigit(one) || "-._~".indexOf(one) >= 0);
        coded.append(plain ? String.valueOf((char) one) : "%" + UPPER_CASE.toHexDigits(one));
      }
      return coded.toString();
    }
  };

  private static final HexFormat UPPER_CASE = HexFormat.of().withUpperCase();
  private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

  private final Pattern form;

  TextCode(String form) {
    this.form = Pattern.compile(form);
  }

  /**
   * What a text codes.
   *
   * @throws IllegalArgumentException if it codes nothing
   */
  abstract byte[] decode(String text);

  /** The parts of a text that may be such codes, at most so many. */
  static List<Coded> in(String text, int most) {
    List<Coded> found = new ArrayList<>();
    for (TextCode code : values()) {
      Matcher matcher = code.form.matcher(text);
      while (found.size() < most && matcher.find()) {
        try {
          byte[] content = code.decode(matcher.group());
          String image = new String(content, StandardCharsets.ISO_8859_1);
          found.add(new Coded(code, matcher.start(), matcher.group().length(), image));
        } catch (IllegalArgumentException e) {
          // It only looks like it.
        }
      }
    }
    return found;
  }
}
