// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Methods of the JDK that read a text which has to have a form, with examples: a search by chance
 * hardly finds a date.
 */
final class Forms {
  private static final String FROM_TEXT = "(Ljava/lang/String;)";
  private static final String FROM_CHARS = "(Ljava/lang/CharSequence;)";

  /** By owner, name and descriptor; the text is the topmost operand. */
  static final Map<String, List<String>> BY_METHOD = byMethod();

  /** The same, with the radix of a number above the text. */
  static final List<String> WITH_RADIX =
      List.of(
          "java/lang/Integer.parseInt(Ljava/lang/String;I)I",
          "java/lang/Integer.valueOf(Ljava/lang/String;I)Ljava/lang/Integer;",
          "java/lang/Long.parseLong(Ljava/lang/String;I)J",
          "java/math/BigInteger.<init>(Ljava/lang/String;I)V");

  private Forms() {}

  private static Map<String, List<String>> byMethod() {
    Map<String, List<String>> forms = new HashMap<>();
    numbers(forms);
    times(forms);
    String decoded = FROM_TEXT + "[B";
    forms.put("java/util/Base64$Decoder.decode" + decoded, List.of("AAAA"));
    forms.put("java/util/HexFormat.parseHex" + FROM_CHARS + "[B", List.of("00"));
    String uuid = "00000000-0000-0000-0000-000000000000";
    put(forms, "java/util/UUID", "fromString" + FROM_TEXT, uuid);
    put(forms, "java/util/Locale", "forLanguageTag" + FROM_TEXT, "en-US");
    put(forms, "java/util/Currency", "getInstance" + FROM_TEXT, "EUR");
    put(forms, "java/nio/charset/Charset", "forName" + FROM_TEXT, "UTF-8");
    put(forms, "java/net/InetAddress", "getByName" + FROM_TEXT, "127.0.0.1", "::1");
    String uri = "http://a:1/b?c#d";
    put(forms, "java/net/URI", "create" + FROM_TEXT, uri);
    construct(forms, "java/net/URI", uri);
    construct(forms, "java/net/URL", uri);
    return Map.copyOf(forms);
  }

  private static void numbers(Map<String, List<String>> forms) {
    String[] parsers = {
      "Integer.parseInt I",
      "Integer.parseUnsignedInt I",
      "Long.parseLong J",
      "Long.parseUnsignedLong J",
      "Short.parseShort S",
      "Byte.parseByte B",
      "Float.parseFloat F",
      "Double.parseDouble D"
    };
    for (String parser : parsers) {
      forms.put("java/lang/" + parser.replace(" ", FROM_TEXT), List.of("1"));
    }
    for (String type : new String[] {"Integer", "Long", "Short", "Byte", "Float", "Double"}) {
      put(forms, "java/lang/" + type, "valueOf" + FROM_TEXT, "1");
    }
    put(forms, "java/lang/Integer", "decode" + FROM_TEXT, "1", "0x1");
    put(forms, "java/lang/Long", "decode" + FROM_TEXT, "1", "0x1");
    forms.put("java/lang/Boolean.parseBoolean" + FROM_TEXT + "Z", List.of("true"));
    put(forms, "java/lang/Boolean", "valueOf" + FROM_TEXT, "true");
    construct(forms, "java/math/BigInteger", "1");
    construct(forms, "java/math/BigDecimal", "1", "1.5E1");
  }

  private static void times(Map<String, List<String>> forms) {
    String[] parsed = {
      "LocalDate 2000-01-01",
      "LocalTime 12:00:00",
      "LocalDateTime 2000-01-01T12:00:00",
      "OffsetTime 12:00:00+01:00",
      "OffsetDateTime 2000-01-01T12:00:00+01:00",
      "ZonedDateTime 2000-01-01T12:00:00Z[UTC]",
      "Instant 2000-01-01T12:00:00Z",
      "Year 2000",
      "YearMonth 2000-01",
      "MonthDay --01-01",
      "Duration PT1S",
      "Period P1D"
    };
    for (String form : parsed) {
      String[] typeAndExample = form.split(" ", -1);
      put(forms, "java/time/" + typeAndExample[0], "parse" + FROM_CHARS, typeAndExample[1]);
    }
    put(forms, "java/time/ZoneId", "of" + FROM_TEXT, "UTC", "+01:00");
    put(forms, "java/time/ZoneOffset", "of" + FROM_TEXT, "+01:00");
    put(forms, "java/sql/Date", "valueOf" + FROM_TEXT, "2000-01-01");
    put(forms, "java/sql/Timestamp", "valueOf" + FROM_TEXT, "2000-01-01 12:00:00");
  }

  /** A method that makes an object of its class. */
  private static void put(
      Map<String, List<String>> forms, String type, String method, String... examples) {
    forms.put(type + "." + method + "L" + type + ";", List.of(examples));
  }

  private static void construct(Map<String, List<String>> forms, String type, String... examples) {
    forms.put(type + ".<init>" + FROM_TEXT + "V", List.of(examples));
  }
}
