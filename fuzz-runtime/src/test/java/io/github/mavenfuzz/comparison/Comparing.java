// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Compares what it is given in every way that a hook knows; each method in one. */
@SuppressWarnings({"UnnecessaryStringBuilder", "ReferenceEquality"})
final class Comparing implements Tables.Inherited {
  private static final Pattern KEY_VALUE = Pattern.compile("^[a-z]+ isbn:\\d+");

  private Comparing() {}

  static boolean ints(int value) {
    return value < 77;
  }

  static boolean chars(char value) {
    return value == '%';
  }

  static boolean longs(long value) {
    return value == 1L << 40;
  }

  static boolean floats(float value) {
    return value > 1.5f;
  }

  static boolean doubles(double value) {
    return value > 2.5 || value < -2.5;
  }

  static boolean zero(int value) {
    return (value & 0xFF) == 0;
  }

  static boolean flag(boolean value) {
    return value;
  }

  static int comparedLongs(long value) {
    return Long.compare(value, 1L << 33);
  }

  static int comparedDoubles(double value) {
    return Double.compare(value, 6.25);
  }

  static int comparedFloats(float value) {
    return Float.compare(value, 0.5f);
  }

  static int comparedInts(int value) {
    return Integer.compare(value, 4712);
  }

  /** Looks for something by its name, by means of its own. */
  static int named(String value) {
    return attribute(value, "encoding", 1)
        + attribute(value, "not a name", 2)
        + new StringBuilder(value).append("suffix").length()
        + String.valueOf("own").length()
        + putName("given");
  }

  private static int attribute(String value, String name, int most) {
    return value.length() > name.length() ? most : 0;
  }

  private static int putName(String name) {
    return name.length();
  }

  static void registered(List<String> names) {
    register(names, "registered");
  }

  private static void register(List<String> names, String name) {
    names.add(name);
  }

  static boolean many(int value) {
    int[] table = new int[4_000];
    boolean found = false;
    for (int i = 0; i < table.length; i++) {
      found |= i == value;
    }
    return value == 123_456 || found;
  }

  static boolean limits(int value) {
    return value > 65_535 && value < 1_000_000 && value != 777_777;
  }

  static int character(String value) {
    return value.indexOf('?');
  }

  static int buffers(byte[] value) {
    return ByteBuffer.wrap(value).mismatch(ByteBuffer.wrap(new byte[] {5, 6}));
  }

  static int search(String value) {
    return Arrays.binarySearch(new String[] {"alpha", "beta"}, value);
  }

  static boolean missing(String value) {
    return "there".equals(Map.of("key", "value").get(value));
  }

  static Integer nearest(Integer value) {
    return new TreeMap<>(Map.of(100, 1)).floorKey(value);
  }

  static int numberSwitch(int value) {
    return switch (value) {
      case 100_000 -> 1;
      case -5 -> 2;
      default -> 3;
    };
  }

  static int denseSwitch(int value) {
    return switch (value) {
      case 11, 12, 14 -> 1;
      case 13, 15 -> 2;
      default -> 3;
    };
  }

  static int textSwitch(String value) {
    return switch (value) {
      case "select" -> 1;
      case "insert" -> 2;
      default -> 3;
    };
  }

  static int letterSwitch(String value) {
    return switch (value) {
      case "a" -> 1;
      case "b" -> 2;
      case "c" -> 3;
      default -> 4;
    };
  }

  static boolean equal(String value) {
    return value.equals("secret");
  }

  static boolean equalIgnoringCase(String value) {
    return value.equalsIgnoreCase("Content-Length");
  }

  static boolean contentEqual(String value) {
    return value.contentEquals(new StringBuilder("built"));
  }

  static boolean prefix(String value) {
    return value.startsWith("key=");
  }

  static boolean prefixFrom(String value) {
    return value.startsWith("tail", 3);
  }

  static boolean suffix(String value) {
    return value.endsWith(".xml");
  }

  static boolean infix(String value) {
    return value.contains("<!--");
  }

  static int index(String value) {
    return value.indexOf("]]>", 2);
  }

  static boolean objects(Integer value) {
    return Objects.equals(value, 4711);
  }

  static int boxed(Long value) {
    return value.compareTo(99L);
  }

  static boolean bytes(byte[] value) {
    return Arrays.equals(value, new byte[] {1, -2});
  }

  static TimeUnit enumOfJdk(String value) {
    return TimeUnit.valueOf(value);
  }

  static int grid(int place) {
    int[][] rows = {{1, 2}, {3, 4}};
    return rows[place / 2][place % 2];
  }

  static char texts(int place) {
    String[] rows = {"ab", "cd"};
    return rows[place / 2].charAt(place % 2);
  }

  static int row(int place) {
    int[] numbers = {5, 6, 7, 8};
    return numbers[place];
  }

  static boolean intArrays(int[] value) {
    return Arrays.equals(value, new int[] {1, -2});
  }

  static int longArrays(long[] value) {
    return Arrays.mismatch(value, new long[] {1, 1L << 40});
  }

  static boolean digests(byte[] value) {
    return MessageDigest.isEqual(value, new byte[] {3, 4});
  }

  static boolean map(String value) {
    return Map.of("colour", 1).containsKey(value);
  }

  static boolean set(String value) {
    return Set.of("shape").contains(value);
  }

  static String view(Map<String, String> value) {
    return value.get("key");
  }

  static int list(Integer value) {
    return List.of(31, 32).indexOf(value);
  }

  static TimeUnit enumeration(String value) {
    return TimeUnit.valueOf(value);
  }

  static boolean expression(String value) {
    return value.matches("v\\.(alpha|beta)+[0-9]x?");
  }

  static boolean matcher(String value) {
    return KEY_VALUE.matcher(value).matches();
  }

  static boolean identity(String value) {
    return value.intern() == "$ref";
  }

  static boolean region(String value) {
    return value.regionMatches(1, "..charset=..", 2, 8);
  }

  static boolean regionTwice(String value) {
    long wide = value.length();
    boolean first = value.regionMatches(1, "xyz", 0, 3);
    int narrow = (int) wide;
    return value.regionMatches(narrow - 1, "XYZ", 0, 3) || first || narrow != wide;
  }

  static boolean regionIgnoringCase(String value) {
    return value.regionMatches(true, 1, "..charset=..", 2, 8);
  }

  static boolean range(byte[] value) {
    return Arrays.equals(value, 1, 3, new byte[] {0, 8, 9}, 1, 3);
  }

  static int comparedRange(byte[] value) {
    return Arrays.compare(value, 1, 3, new byte[] {0, 8, 9}, 1, 3);
  }

  static int mismatchingRange(byte[] value) {
    return Arrays.mismatch(value, 1, 3, new byte[] {0, 8, 9}, 1, 3);
  }

  static int numeral(String value) {
    return Integer.parseInt(value);
  }

  static int numeralOfRadix(String value) {
    return Integer.parseInt(value, 16);
  }

  static BigDecimal decimal(String value) {
    return new BigDecimal(value);
  }

  static LocalDate date(String value) {
    return LocalDate.parse(value);
  }

  static byte[] base64(String value) {
    return Base64.getDecoder().decode(value);
  }

  static boolean uuid(String value) {
    return UUID.fromString(value).equals(UUID.fromString("6f1c7c5e-9a2b-4d3f-8e11-0123456789ab"));
  }

  static boolean before(String value) {
    return LocalDate.parse(value).isBefore(LocalDate.of(2031, 2, 7));
  }

  static int bigNumber(String value) {
    return new BigDecimal(value).compareTo(new BigDecimal("31337.25"));
  }

  static boolean hugeNumber(String value) {
    return BigInteger.ONE.shiftLeft(2_000).equals(new BigInteger(value));
  }

  static String property(String value) {
    Properties properties = new Properties();
    properties.put(value, "");
    return properties.getProperty("name") + properties.getProperty("other", "");
  }

  static String mention(String value) {
    return value.isEmpty() ? "nowhere" : value.concat("anywhere");
  }

  static String tabled() {
    return Tables.WORDS[0];
  }

  static int loop(int value) {
    int sum = 0;
    for (int i = 0; i < value; i++) {
      sum += i;
    }
    return sum;
  }
}
