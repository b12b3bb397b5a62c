// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern for names with dots: {@code *} stands for any characters but a dot, {@code **} for any
 * characters, {@code **.} for any packages or none, and {@code ?} for one character that is no dot.
 *
 * <p>Takes time in proportion to the lengths of pattern and name, whatever they are: regular
 * expressions take for ever on some.
 */
public final class NamePattern {

  private enum Kind {
    LITERAL,
    CHARACTER,
    CHARACTERS,
    ANYTHING,
    PACKAGES;

    /** Whether it stands for nothing, too. */
    boolean isOptional() {
      return this == CHARACTERS || this == ANYTHING || this == PACKAGES;
    }
  }

  private record Token(Kind kind, char literal) {}

  private final List<Token> tokens;

  private NamePattern(List<Token> tokens) {
    this.tokens = tokens;
  }

  /** Every text is a pattern. */
  public static NamePattern of(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("**.", i)) {
        tokens.add(new Token(Kind.PACKAGES, '.'));
        i += 3;
      } else if (text.startsWith("**", i)) {
        tokens.add(new Token(Kind.ANYTHING, '*'));
        i += 2;
      } else {
        tokens.add(token(text.charAt(i++)));
      }
    }
    return new NamePattern(List.copyOf(tokens));
  }

  private static Token token(char c) {
    return switch (c) {
      case '*' -> new Token(Kind.CHARACTERS, c);
      case '?' -> new Token(Kind.CHARACTER, c);
      default -> new Token(Kind.LITERAL, c);
    };
  }

  /** Whether it stands for the whole name. */
  public boolean matches(String name) {
    // Before which tokens the rest of the name may begin.
    boolean[] reached = new boolean[tokens.size() + 1];
    enter(reached, 0);
    for (int i = 0; i < name.length(); i++) {
      reached = after(reached, name.charAt(i));
    }
    return reached[tokens.size()];
  }

  private boolean[] after(boolean[] reached, char c) {
    boolean[] next = new boolean[reached.length];
    for (int i = 0; i < tokens.size(); i++) {
      if (reached[i]) {
        advance(next, i, c);
      }
    }
    return next;
  }

  private void advance(boolean[] next, int i, char c) {
    Token token = tokens.get(i);
    switch (token.kind()) {
      case LITERAL -> {
        if (c == token.literal()) {
          enter(next, i + 1);
        }
      }
      case CHARACTER -> {
        if (c != '.') {
          enter(next, i + 1);
        }
      }
      case CHARACTERS -> {
        if (c != '.') {
          enter(next, i);
        }
      }
      case ANYTHING -> enter(next, i);
      case PACKAGES -> {
        // Once begun, a package ends with its dot.
        next[i] = true;
        if (c == '.') {
          enter(next, i + 1);
        }
      }
    }
  }

  private void enter(boolean[] states, int from) {
    int i = from;
    states[i] = true;
    while (i < tokens.size() && tokens.get(i).kind().isOptional()) {
      states[++i] = true;
    }
  }
}
