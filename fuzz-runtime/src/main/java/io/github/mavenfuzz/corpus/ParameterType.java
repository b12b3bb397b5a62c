// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A parameter type that can be fuzzed. */
public enum ParameterType {
  BYTES("byte[]", byte[].class, byte[].class),
  STRING("String", String.class, String.class),
  BOOLEAN("boolean", boolean.class, Boolean.class),
  BYTE("byte", byte.class, Byte.class),
  CHAR("char", char.class, Character.class),
  SHORT("short", short.class, Short.class),
  INT("int", int.class, Integer.class),
  LONG("long", long.class, Long.class),
  FLOAT("float", float.class, Float.class),
  DOUBLE("double", double.class, Double.class);

  private final String keyword;
  private final Class<?> primitiveOrClass;
  private final Class<?> boxed;

  ParameterType(String keyword, Class<?> primitiveOrClass, Class<?> boxed) {
    this.keyword = keyword;
    this.primitiveOrClass = primitiveOrClass;
    this.boxed = boxed;
  }

  /** The word for this type in corpus files and messages, such as {@code byte[]}. */
  public String keyword() {
    return keyword;
  }

  /** The value that fuzzing starts with when there are no seeds. */
  public Object zero() {
    return switch (this) {
      case BYTES -> new byte[0];
      case STRING -> "";
      case BOOLEAN -> false;
      case BYTE -> (byte) 0;
      case CHAR -> '\0';
      case SHORT -> (short) 0;
      case INT -> 0;
      case LONG -> 0L;
      case FLOAT -> 0.0f;
      case DOUBLE -> 0.0;
    };
  }

  /** The class as most methods declare it: {@code int.class}, {@code String.class}. */
  public Class<?> primitiveOrClass() {
    return primitiveOrClass;
  }

  /** The class of the values: {@code Integer.class}, {@code String.class}. */
  public Class<?> boxed() {
    return boxed;
  }

  static Optional<ParameterType> ofKeyword(String keyword) {
    return Arrays.stream(values()).filter(type -> type.keyword.equals(keyword)).findFirst();
  }

  /** Finds the type by a field descriptor such as {@code I} or {@code Ljava/lang/Integer;}. */
  static Optional<ParameterType> ofDescriptor(String descriptor) {
    return Arrays.stream(values())
        .filter(
            type ->
                type.primitiveOrClass.descriptorString().equals(descriptor)
                    || type.boxed.descriptorString().equals(descriptor))
        .findFirst();
  }

  /** All the keywords, for messages. */
  static String supported() {
    return Arrays.stream(values()).map(ParameterType::keyword).collect(Collectors.joining(", "));
  }
}
