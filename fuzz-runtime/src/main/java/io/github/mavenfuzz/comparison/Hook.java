// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Site.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What to do before a call of a method that compares.
 *
 * @param kind what its operands are to each other
 * @param operands where they are on the stack
 * @param texts what is known of them
 */
record Hook(Kind kind, Operands operands, List<String> texts) {

  /** Where a method's operands are on the stack as it is called. */
  enum Operands {
    /** The topmost two references. */
    TWO {
      @Override
      void copy(MethodVisitor code) {
        code.visitInsn(Opcodes.DUP2);
      }
    },
    /** Two references below something of one word. */
    TWO_BELOW_ONE {
      @Override
      void copy(MethodVisitor code) {
        code.visitInsn(Opcodes.DUP_X2);
        code.visitInsn(Opcodes.POP);
        code.visitInsn(Opcodes.DUP2_X1);
      }
    },
    /** The topmost reference. */
    ONE {
      @Override
      void copy(MethodVisitor code) {
        code.visitInsn(Opcodes.DUP);
      }
    },
    /** A reference below something of one word. */
    ONE_BELOW_ONE {
      @Override
      void copy(MethodVisitor code) {
        code.visitInsn(Opcodes.DUP2);
        code.visitInsn(Opcodes.POP);
      }
    },
    /** A reference below two somethings of one word each. */
    ONE_BELOW_TWO {
      @Override
      void copy(MethodVisitor code) {
        code.visitInsn(Opcodes.DUP2_X1);
        code.visitInsn(Opcodes.POP2);
        code.visitInsn(Opcodes.DUP_X2);
      }
    };

    /** Whether there is only one. */
    boolean isOne() {
      return this == ONE || this == ONE_BELOW_ONE || this == ONE_BELOW_TWO;
    }

    /** Pushes a copy of the operands, the stack staying as it is below. */
    abstract void copy(MethodVisitor code);
  }

  private static final String TEXT = "Ljava/lang/String;";
  private static final String CHARS = "Ljava/lang/CharSequence;";
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String INSTANT = "Ljava/time/Instant;";
  private static final String DATE = "Ljava/time/chrono/ChronoLocalDate;";
  private static final String DATE_TIME = "Ljava/time/chrono/ChronoLocalDateTime;";

  /** By owner, name and descriptor. */
  private static final Map<String, Hook> OF_CLASSES = ofClasses();

  /** By name and descriptor, of whoever has it as an instance method. */
  private static final Map<String, Hook> OF_ANY = ofAny();

  private static final Set<String> PARTS =
      Set.of(
          "java/lang/String.regionMatches(ILjava/lang/String;II)Z",
          "java/lang/String.regionMatches(ZILjava/lang/String;II)Z",
          "java/util/Arrays.equals([BII[BII)Z",
          "java/util/Arrays.compare([BII[BII)I",
          "java/util/Arrays.mismatch([BII[BII)I");

  /** The hook of a method; null if it compares nothing. */
  static @Nullable Hook of(boolean isStatic, String owner, String name, String descriptor) {
    Hook hook = isStatic ? null : OF_ANY.get(name + descriptor);
    return hook != null ? hook : OF_CLASSES.get(owner + "." + name + descriptor);
  }

  /**
   * Whether a method compares parts of texts or arrays: it has more operands than can be copied on
   * the stack, each of one word.
   */
  static boolean isOfParts(String owner, String name, String descriptor) {
    return PARTS.contains(owner + "." + name + descriptor);
  }

  private static Map<String, Hook> ofClasses() {
    Map<String, Hook> hooks = new HashMap<>();
    String string = "java/lang/String.";
    put(hooks, Kind.EQUAL, Operands.TWO, string + "equalsIgnoreCase(" + TEXT + ")Z");
    put(hooks, Kind.EQUAL, Operands.TWO, string + "compareToIgnoreCase(" + TEXT + ")I");
    put(hooks, Kind.EQUAL, Operands.TWO, string + "contentEquals(" + CHARS + ")Z");
    put(hooks, Kind.EQUAL, Operands.TWO, string + "contentEquals(Ljava/lang/StringBuffer;)Z");
    put(hooks, Kind.PREFIX, Operands.TWO, string + "startsWith(" + TEXT + ")Z");
    put(hooks, Kind.INFIX, Operands.TWO_BELOW_ONE, string + "startsWith(" + TEXT + "I)Z");
    put(hooks, Kind.SUFFIX, Operands.TWO, string + "endsWith(" + TEXT + ")Z");
    put(hooks, Kind.INFIX, Operands.TWO, string + "contains(" + CHARS + ")Z");
    for (String method : new String[] {"indexOf(", "lastIndexOf("}) {
      for (String owner : new String[] {"String.", "StringBuilder.", "StringBuffer."}) {
        String call = "java/lang/" + owner + method + TEXT;
        put(hooks, Kind.INFIX, Operands.TWO, call + ")I");
        put(hooks, Kind.INFIX, Operands.TWO_BELOW_ONE, call + "I)I");
      }
    }
    put(hooks, Kind.EXPRESSION, Operands.TWO, string + "matches(" + TEXT + ")Z");
    put(hooks, Kind.EXPRESSION, Operands.TWO, string + "split(" + TEXT + ")[" + TEXT);
    String replacement = "(" + TEXT + TEXT + ")" + TEXT;
    put(hooks, Kind.EXPRESSION, Operands.TWO_BELOW_ONE, string + "replaceAll" + replacement);
    put(hooks, Kind.EXPRESSION, Operands.TWO_BELOW_ONE, string + "replaceFirst" + replacement);
    put(
        hooks,
        Kind.MATCHER,
        Operands.TWO,
        "java/util/regex/Pattern.matcher(" + CHARS + ")Ljava/util/regex/Matcher;");
    String two = "(" + OBJECT + OBJECT + ")Z";
    put(hooks, Kind.EQUAL, Operands.TWO, "java/util/Objects.equals" + two);
    put(hooks, Kind.EQUAL, Operands.TWO, "java/util/Objects.deepEquals" + two);
    put(hooks, Kind.EQUAL, Operands.TWO, "java/lang/CharSequence.compare(" + CHARS + CHARS + ")I");
    put(hooks, Kind.EQUAL, Operands.TWO, "java/security/MessageDigest.isEqual([B[B)Z");
    String buffer = "(Ljava/nio/ByteBuffer;)I";
    put(hooks, Kind.EQUAL, Operands.TWO, "java/nio/ByteBuffer.compareTo" + buffer);
    put(hooks, Kind.EQUAL, Operands.TWO, "java/nio/ByteBuffer.mismatch" + buffer);
    String search = "java/util/Arrays.binarySearch([" + OBJECT + OBJECT + ")I";
    put(hooks, Kind.LOOK_UP, Operands.TWO, search);
    for (String array : new String[] {"[B", "[C", "[I", "[J"}) {
      String arrays = "java/util/Arrays.";
      put(hooks, Kind.EQUAL, Operands.TWO, arrays + "equals(" + array + array + ")Z");
      put(hooks, Kind.EQUAL, Operands.TWO, arrays + "compare(" + array + array + ")I");
      put(hooks, Kind.EQUAL, Operands.TWO, arrays + "mismatch(" + array + array + ")I");
    }
    put(
        hooks,
        Kind.ENUM,
        Operands.TWO,
        "java/lang/Enum.valueOf(Ljava/lang/Class;" + TEXT + ")Ljava/lang/Enum;");
    put(hooks, Kind.LOOK_UP, Operands.TWO, "java/util/Properties.getProperty(" + TEXT + ")" + TEXT);
    put(
        hooks,
        Kind.LOOK_UP,
        Operands.TWO_BELOW_ONE,
        "java/util/Properties.getProperty(" + TEXT + TEXT + ")" + TEXT);
    Forms.BY_METHOD.forEach(
        (method, examples) -> hooks.put(method, new Hook(Kind.FORM, Operands.ONE, examples)));
    hooks.putAll(BinaryForms.hooks());
    Forms.WITH_RADIX.forEach(
        method -> hooks.put(method, new Hook(Kind.FORM, Operands.ONE_BELOW_ONE, List.of("1"))));
    return Map.copyOf(hooks);
  }

  private static Map<String, Hook> ofAny() {
    Map<String, Hook> hooks = new HashMap<>();
    put(hooks, Kind.EQUAL, Operands.TWO, "equals(" + OBJECT + ")Z");
    String[] compared = {
      OBJECT,
      TEXT,
      "Ljava/lang/Integer;",
      "Ljava/lang/Long;",
      "Ljava/lang/Character;",
      "Ljava/lang/Short;",
      "Ljava/lang/Byte;",
      "Ljava/lang/Double;",
      "Ljava/lang/Float;",
      "Ljava/math/BigDecimal;",
      "Ljava/math/BigInteger;",
      "Ljava/util/UUID;",
      "Ljava/net/URI;",
      "Ljava/time/Duration;",
      "Ljava/time/LocalTime;",
      INSTANT,
      DATE,
      DATE_TIME
    };
    for (String type : compared) {
      put(hooks, Kind.EQUAL, Operands.TWO, "compareTo(" + type + ")I");
    }
    for (String type : new String[] {INSTANT, DATE, DATE_TIME}) {
      put(hooks, Kind.EQUAL, Operands.TWO, "isBefore(" + type + ")Z");
      put(hooks, Kind.EQUAL, Operands.TWO, "isAfter(" + type + ")Z");
    }
    put(hooks, Kind.LOOK_UP, Operands.TWO, "get(" + OBJECT + ")" + OBJECT);
    put(hooks, Kind.LOOK_UP, Operands.TWO, "remove(" + OBJECT + ")" + OBJECT);
    put(hooks, Kind.LOOK_UP, Operands.TWO, "remove(" + OBJECT + ")Z");
    put(hooks, Kind.LOOK_UP, Operands.TWO, "containsKey(" + OBJECT + ")Z");
    put(hooks, Kind.LOOK_UP, Operands.TWO, "contains(" + OBJECT + ")Z");
    for (String nearest : new String[] {"floor", "ceiling", "lower", "higher"}) {
      put(hooks, Kind.LOOK_UP, Operands.TWO, nearest + "Key(" + OBJECT + ")" + OBJECT);
      String entry = nearest + "Entry(" + OBJECT + ")Ljava/util/Map$Entry;";
      put(hooks, Kind.LOOK_UP, Operands.TWO, entry);
    }
    put(hooks, Kind.LOOK_UP, Operands.TWO, "indexOf(" + OBJECT + ")I");
    String withDefault = "getOrDefault(" + OBJECT + OBJECT + ")" + OBJECT;
    put(hooks, Kind.LOOK_UP, Operands.TWO_BELOW_ONE, withDefault);
    return Map.copyOf(hooks);
  }

  private static void put(Map<String, Hook> hooks, Kind kind, Operands operands, String method) {
    hooks.put(method, new Hook(kind, operands, List.of()));
  }
}
