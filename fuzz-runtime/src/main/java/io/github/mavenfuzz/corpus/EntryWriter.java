// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

import java.util.List;
import java.util.Locale;

/**
 * Writes the text of one corpus file. One value has one text, for ever: names of files come from
 * it.
 */
final class EntryWriter {
  /** Where a long literal is broken, so that lines stay readable in a diff. */
  private static final int PIECE_WIDTH = 100;

  private static final int CANONICAL_FLOAT_NAN = Float.floatToIntBits(Float.NaN);
  private static final long CANONICAL_DOUBLE_NAN = Double.doubleToLongBits(Double.NaN);

  private final StringBuilder out = new StringBuilder(CorpusFile.VERSION).append('\n');

  String write(List<Object> values, Signature signature) {
    for (int i = 0; i < values.size(); i++) {
      ParameterType type = signature.types().get(i);
      out.append(type.keyword()).append('(');
      appendArgument(values.get(i), type);
      out.append(")\n");
    }
    return out.toString();
  }

  private void appendArgument(Object value, ParameterType type) {
    switch (type) {
      case BYTES -> appendBytes((byte[]) value);
      case STRING -> appendString((String) value);
      case BOOLEAN, BYTE, SHORT, INT, LONG -> out.append(value);
      case CHAR -> {
        out.append('\'');
        Escapes.appendChar(out, (char) value, '\'');
        out.append('\'');
      }
      case FLOAT -> appendFloat((float) value);
      case DOUBLE -> appendDouble((double) value);
    }
  }

  private void appendString(String value) {
    int argument = out.length();
    int piece = openPiece();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      Escapes.appendChar(out, c, '"');
      boolean more = i + 1 < value.length();
      boolean insidePair =
          more && Character.isHighSurrogate(c) && Character.isLowSurrogate(value.charAt(i + 1));
      if (more && !insidePair && isFull(piece, c)) {
        piece = nextPiece(argument);
      }
    }
    closePieces(argument);
  }

  private void appendBytes(byte[] value) {
    int argument = out.length();
    int piece = openPiece();
    for (int i = 0; i < value.length; i++) {
      Escapes.appendByte(out, value[i]);
      if (i + 1 < value.length && isFull(piece, (char) value[i])) {
        piece = nextPiece(argument);
      }
    }
    closePieces(argument);
  }

  private int openPiece() {
    out.append('"');
    return out.length();
  }

  private boolean isFull(int piece, char last) {
    return last == '\n' || out.length() - piece >= PIECE_WIDTH;
  }

  /** Goes on with a line of its own for every piece, the first one, too. */
  private int nextPiece(int argument) {
    if (out.charAt(argument) == '"') {
      out.insert(argument, "\n  ");
    }
    out.append("\"\n  ");
    return openPiece();
  }

  private void closePieces(int argument) {
    out.append(out.charAt(argument) == '"' ? "\"" : "\"\n");
  }

  private void appendFloat(float value) {
    int bits = Float.floatToRawIntBits(value);
    if (!Float.isNaN(value)) {
      out.append(Float.isInfinite(value) ? Float.toString(value) : ShortestDecimal.of(value));
    } else if (bits == CANONICAL_FLOAT_NAN) {
      out.append("NaN");
    } else {
      out.append(String.format(Locale.ROOT, "bits 0x%08x", bits));
    }
  }

  private void appendDouble(double value) {
    long bits = Double.doubleToRawLongBits(value);
    if (!Double.isNaN(value)) {
      out.append(Double.isInfinite(value) ? Double.toString(value) : ShortestDecimal.of(value));
    } else if (bits == CANONICAL_DOUBLE_NAN) {
      out.append("NaN");
    } else {
      out.append(String.format(Locale.ROOT, "bits 0x%016x", bits));
    }
  }
}
