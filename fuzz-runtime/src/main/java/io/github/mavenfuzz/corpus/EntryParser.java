// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the text of one corpus file. Linear, without recursion. */
final class EntryParser {
  /** More than a method can have parameters. */
  private static final int MAX_VALUES = 256;

  /** Beyond all versions and keywords. */
  private static final int LONGEST_WORD = 60;

  private record Parsed(ParameterType type, Object value, int line) {}

  private final Cursor cursor;
  private final LiteralReader literals;
  private final NumberReader numbers;

  EntryParser(byte[] content, int start) {
    cursor = new Cursor(content, start);
    literals = new LiteralReader(cursor);
    numbers = new NumberReader(cursor);
  }

  List<Object> parse(Signature signature) throws MalformedEntryException {
    readVersion();
    List<Parsed> values = new ArrayList<>();
    cursor.skipWhitespace();
    while (cursor.peek() != Cursor.END) {
      values.add(readValue());
      requireEndOfLine();
      cursor.skipWhitespace();
      if (values.size() > MAX_VALUES) {
        throw cursor.error(
            "wrong number of values in corpus entry: more than %s, want %s"
                .formatted(MAX_VALUES, signature.types().size()));
      }
    }
    if (values.isEmpty()) {
      throw cursor.error("must include version and at least one value");
    }
    requireTypes(values, signature);
    return values.stream().map(Parsed::value).toList();
  }

  private void readVersion() throws MalformedEntryException {
    if (cursor.peek() == Cursor.END) {
      throw cursor.error("must include version and at least one value: the file is empty");
    }
    String found = cursor.found();
    String version = cursor.takeUntil('\n', LONGEST_WORD).stripTrailing();
    cursor.skipBlanks();
    boolean whole = cursor.peek() == '\n' || cursor.peek() == Cursor.END;
    if (!whole || !version.equals(CorpusFile.VERSION)) {
      throw cursor.error(
          "unknown encoding version: %s: the first line must be %s"
              .formatted(version.isEmpty() ? "none" : found, CorpusFile.VERSION));
    }
  }

  private Parsed readValue() throws MalformedEntryException {
    int line = cursor.line();
    ParameterType type = readType();
    cursor.skipWhitespace();
    Object value = readArgument(type);
    cursor.skipWhitespace();
    if (!cursor.skip(')')) {
      throw cursor.error("')' expected: found " + cursor.found());
    }
    return new Parsed(type, value, line);
  }

  private ParameterType readType() throws MalformedEntryException {
    String found = cursor.found();
    String keyword = cursor.takeUntil('(', LONGEST_WORD).strip();
    if (cursor.peek() != '(') {
      throw cursor.error("value such as int(5) or String(\"a\") expected: found " + found);
    }
    Optional<ParameterType> type = ParameterType.ofKeyword(keyword);
    if (type.isEmpty()) {
      throw cursor.error(
          "unknown type %s: expected one of %s"
              .formatted(Escapes.quote(keyword, LONGEST_WORD), ParameterType.supported()));
    }
    cursor.advance();
    return type.get();
  }

  private Object readArgument(ParameterType type) throws MalformedEntryException {
    return switch (type) {
      case BYTES -> literals.readBytes();
      case STRING -> literals.readString();
      case BOOLEAN -> readBoolean();
      case BYTE -> (byte) readInteger(type);
      case CHAR -> (char) readInteger(type);
      case SHORT -> (short) readInteger(type);
      case INT -> (int) readInteger(type);
      case LONG -> readInteger(type);
      case FLOAT -> numbers.readFloat();
      case DOUBLE -> numbers.readDouble();
    };
  }

  private boolean readBoolean() throws MalformedEntryException {
    String found = cursor.found();
    String word = cursor.takeWord(NumberReader.MAX_LENGTH);
    if (!word.equals("true") && !word.equals("false")) {
      throw cursor.error("true or false required for type boolean: found " + found);
    }
    return word.equals("true");
  }

  private long readInteger(ParameterType type) throws MalformedEntryException {
    if (cursor.peek() != '\'') {
      return numbers.readInteger(type);
    }
    if (type != ParameterType.CHAR) {
      throw cursor.error(
          "integer literal required for type %s: found %s"
              .formatted(type.keyword(), cursor.found()));
    }
    return literals.readChar();
  }

  private void requireEndOfLine() throws MalformedEntryException {
    cursor.skipBlanks();
    if (cursor.peek() != '\n' && cursor.peek() != Cursor.END) {
      throw cursor.error("one value per line expected: found " + cursor.found());
    }
  }

  private void requireTypes(List<Parsed> values, Signature signature)
      throws MalformedEntryException {
    List<ParameterType> want = signature.types();
    if (values.size() != want.size()) {
      int line = values.get(Math.min(values.size() - 1, want.size())).line();
      throw new MalformedEntryException(
          line,
          "wrong number of values in corpus entry: %s, want %s"
              .formatted(values.size(), want.size()));
    }
    for (int i = 0; i < want.size(); i++) {
      if (values.get(i).type() != want.get(i)) {
        throw new MalformedEntryException(
            values.get(i).line(),
            "mismatched types in corpus entry: [%s], want [%s]"
                .formatted(
                    values.stream()
                        .map(value -> value.type().keyword())
                        .collect(Collectors.joining(", ")),
                    signature));
      }
    }
  }
}
