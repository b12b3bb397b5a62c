// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes texts that a regular expression of {@link Pattern} matches. What a look-around asks for is
 * not looked at, nor are flags: an example may fail.
 */
final class Examples {

  /** Examples differ in which alternative they take, in how often they repeat, and in chars. */
  private static final int MOST = 6;

  private static final int LONGEST_EXPRESSION = 4096;

  private static final int LONGEST = 256;

  private static final int MOST_REPEATS = 64;

  private static final int MOST_CLASSES = 64;

  /** Groups in groups. */
  private static final int DEEPEST = 64;

  private static final List<String> CHARS =
      IntStream.concat(
              IntStream.of('a', '0', 'A', ' ', '-', '_', 'b', '1', 'B'), IntStream.range(0, 256))
          .mapToObj(Character::toString)
          .toList();

  private final String expression;
  private final int variant;

  /** Of what stands for one char, some that it stands for. */
  private final Map<String, List<String>> classes;

  private final List<String> groups = new ArrayList<>();
  private int position;
  private int depth;

  private Examples(String expression, int variant, Map<String, List<String>> classes) {
    this.expression = expression;
    this.variant = variant;
    this.classes = classes;
  }

  /** A few that differ; none of an expression that is none, or very long. */
  static List<String> of(String expression) {
    if (expression.length() > LONGEST_EXPRESSION) {
      return List.of();
    }
    Map<String, List<String>> classes = new HashMap<>();
    try {
      return IntStream.range(0, MOST)
          .mapToObj(variant -> new Examples(expression, variant, classes).alternatives())
          .distinct()
          .toList();
    } catch (RuntimeException e) {
      // It is malformed; or it is not, and Pattern itself fails: with "[[a]b&&]" as it matches.
      return List.of();
    }
  }

  private boolean hasNext() {
    return position < expression.length();
  }

  private char peek() {
    return expression.charAt(position);
  }

  private boolean skip(String text) {
    boolean there = expression.startsWith(text, position);
    position += there ? text.length() : 0;
    return there;
  }

  private String upTo(String end) {
    int start = position;
    int found = expression.indexOf(end, start);
    position = found < 0 ? expression.length() : found + end.length();
    return expression.substring(start, found < 0 ? expression.length() : found);
  }

  private String alternatives() {
    descend();
    List<String> alternatives = new ArrayList<>();
    do {
      alternatives.add(sequence());
    } while (skip("|"));
    depth--;
    return alternatives.get(variant % alternatives.size());
  }

  private void descend() {
    if (++depth > DEEPEST) {
      throw new IndexOutOfBoundsException(depth);
    }
  }

  private String sequence() {
    StringBuilder sequence = new StringBuilder();
    while (hasNext() && peek() != '|' && peek() != ')') {
      String one = one();
      int times = times();
      for (int i = 0; i < times && sequence.length() < LONGEST; i++) {
        sequence.append(one);
      }
    }
    return sequence.toString();
  }

  private String one() {
    int start = position;
    char first = expression.charAt(position++);
    return switch (first) {
      case '(' -> group();
      case '[' -> {
        endClass();
        yield anyOf(expression.substring(start, position));
      }
      case '.' -> anyOf(".");
      case '\\' -> escape(start);
      case '^', '$' -> "";
      default -> String.valueOf(first);
    };
  }

  private String group() {
    if (!skip("?")) {
      return captured();
    }
    if (skip("=") || skip("!") || skip("<=") || skip("<!")) {
      String unused = endGroup();
      return "";
    }
    if (skip("<")) {
      String unused = upTo(">");
      return captured();
    }
    // Flags; without a colon they are all there is.
    while (hasNext() && peek() != ':' && peek() != ')' && peek() != '>') {
      position++;
    }
    boolean empty = peek() == ')';
    position++;
    return empty ? "" : endGroup();
  }

  private String captured() {
    int number = groups.size();
    groups.add("");
    String text = endGroup();
    groups.set(number, text);
    return text;
  }

  private String endGroup() {
    String text = alternatives();
    position += hasNext() ? 1 : 0;
    return text;
  }

  /** After the bracket that opens it. */
  private void endClass() {
    descend();
    position += peek() == '^' ? 1 : 0;
    // A bracket that comes first closes nothing.
    for (boolean first = true; first || peek() != ']'; first = false) {
      if (skip("\\Q")) {
        String unused = upTo("\\E");
      } else if (skip("\\")) {
        position++;
      } else if (skip("[")) {
        endClass();
      } else {
        position++;
      }
    }
    position++;
    depth--;
  }

  private String escape(int start) {
    char kind = expression.charAt(position++);
    if (kind == 'Q') {
      return upTo("\\E");
    }
    if (kind == 'k' && skip("<")) {
      // By name: the last is as good a guess as any.
      String unused = upTo(">");
      return groups.isEmpty() ? "" : groups.get(groups.size() - 1);
    }
    if (kind >= '1' && kind <= '9') {
      int number = kind - '1';
      return number < groups.size() ? groups.get(number) : "";
    }
    if ("bBAGzZ".indexOf(kind) >= 0) {
      return "";
    }
    if (!Character.isLetterOrDigit(kind)) {
      return String.valueOf(kind);
    }
    if (("pP".indexOf(kind) >= 0 || kind == 'x') && skip("{")) {
      String unused = upTo("}");
    } else {
      position +=
          switch (kind) {
            case 'u' -> 4;
            case 'x' -> 2;
            case 'p', 'P', 'c' -> 1;
            default -> 0;
          };
    }
    return anyOf(expression.substring(start, position));
  }

  /** A char that an expression of one matches. */
  private String anyOf(String one) {
    List<String> matching =
        classes.size() < MOST_CLASSES
            ? classes.computeIfAbsent(one, Examples::matching)
            : classes.getOrDefault(one, List.of());
    return matching.isEmpty() ? "" : matching.get(variant % matching.size());
  }

  private static List<String> matching(String one) {
    Matcher matcher = Pattern.compile(one).matcher("");
    List<String> common = matching(matcher, CHARS.stream());
    // Ranges are mostly wider than that.
    return common.isEmpty()
        ? matching(
            matcher,
            IntStream.iterate(256, c -> c <= Character.MAX_CODE_POINT, c -> c + 16)
                .mapToObj(Character::toString))
        : common;
  }

  private static List<String> matching(Matcher matcher, Stream<String> chars) {
    return chars.filter(c -> matcher.reset(c).matches()).distinct().limit(MOST).toList();
  }

  /** How often what came before is repeated. */
  private int times() {
    int least = 1;
    int most = 1;
    if (skip("*")) {
      least = 0;
      most = Integer.MAX_VALUE;
    } else if (skip("+")) {
      most = Integer.MAX_VALUE;
    } else if (skip("?")) {
      least = 0;
    } else if (hasNext() && peek() == '{') {
      position++;
      String[] bounds = upTo("}").split(",", -1);
      least = Integer.parseInt(bounds[0].strip());
      most =
          bounds.length == 1
              ? least
              : bounds[1].isBlank() ? Integer.MAX_VALUE : Integer.parseInt(bounds[1].strip());
    } else {
      return 1;
    }
    // Reluctant and possessive ones match the same text.
    position += hasNext() && "?+".indexOf(peek()) >= 0 ? 1 : 0;
    // With few and with many.
    long wanted = least + (long) (variant + 1) / 2;
    return (int) Math.min(Math.min(wanted, most), MOST_REPEATS);
  }
}
