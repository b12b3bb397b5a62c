// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text of fields or lists might have instead: fields that the target looks for by their
 * names, in the form that others have there, and values of other kinds. That a parser takes them
 * for what they are depends on several chars at once.
 */
final class Fields {
  private static final int MOST_FORMS = 3;
  private static final int MOST_VALUES = 16;
  private static final int MOST_NUMBERS = 2;

  /** What is further back is mostly no other than what is in front. */
  private static final int REACH = 512;

  private static final String BEFORE_VALUES = ":=,[(";
  private static final String SEPARATORS = ",;&";

  private static final List<String> VALUES = List.of("1", "{}", "[1,2]", "true", "\"\"");

  private static final List<String> WITHIN_QUOTES = List.of("1");

  /** What fields look like in most texts that have them. */
  private static final List<Form> COMMON =
      List.of(new Form("\"", "\":", ""), new Form("", "=", ""), new Form("", ": ", ""));

  /** What is put before a name, between it and its value, and behind that. */
  private record Form(String before, String between, String after) {
    List<String> values() {
      return after.isEmpty() ? VALUES : WITHIN_QUOTES;
    }

    String of(String name, String value) {
      return before + name + between + value + after;
    }
  }

  private final SequenceValue value;
  private final String text;

  /** Of a value, which as a text is like that. */
  Fields(SequenceValue value, String text) {
    this.value = value;
    this.text = text.substring(0, Math.min(text.length(), REACH));
  }

  /**
   * Adds fields.
   *
   * @param names of the fields, of which the first are the most important
   * @param numbers some of which may be their values
   */
  void addNamed(Tokens names, Tokens numbers, Replacements into) {
    Set<Form> found = forms();
    for (int i = 0; i < names.size() && !into.isFull(); i++) {
      String name = names.get(i);
      for (Form form : found.isEmpty() ? COMMON : found) {
        form.values().forEach(some -> add(form.of(name, some), into));
        for (int j = 0; j < Math.min(numbers.size(), MOST_NUMBERS); j++) {
          add(form.of(name, numbers.get(j)), into);
        }
      }
      if (found.isEmpty()) {
        add(name, into);
      }
    }
  }

  /** The forms of the fields that there are. */
  private Set<Form> forms() {
    Set<Form> forms = new LinkedHashSet<>();
    for (int i = 1; i < text.length() && forms.size() < MOST_FORMS; i++) {
      if (Syntax.endsWord(text, i)) {
        int end = Syntax.isQuote(text.charAt(i)) ? i + 1 : i;
        String quote = text.substring(i, end);
        String between = between(end);
        if (!between.isEmpty()) {
          String last = between.substring(between.length() - 1);
          boolean isQuoted = Syntax.isQuote(last.charAt(0));
          forms.add(new Form(quote, quote + between, isQuoted ? last : ""));
        }
      }
    }
    return forms;
  }

  /** What is there between a name and a value; empty if that is none. */
  private String between(int start) {
    int end = afterSpaces(start);
    if (end == text.length() || ":=".indexOf(text.charAt(end)) < 0) {
      return "";
    }
    boolean isAssignment = text.charAt(end) == '=';
    end = afterSpaces(end + 1);
    boolean isQuoted = isAssignment && end < text.length() && Syntax.isQuote(text.charAt(end));
    return text.substring(start, isQuoted ? end + 1 : end);
  }

  private int afterSpaces(int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    return end;
  }

  /** Wherever one may begin or end. */
  private void add(String field, Replacements into) {
    for (int at = 0; at <= text.length(); at++) {
      char before = at == 0 ? '\n' : text.charAt(at - 1);
      char behind = at == text.length() ? '\n' : text.charAt(at);
      boolean isLast = Syntax.CLOSING.indexOf(behind) >= 0;
      if (at > 0 && isTag(at) && Syntax.endsWord(text, at)) {
        into.add(at, 0, " " + field);
      } else if (Syntax.OPENING.indexOf(before) >= 0 && before != '<') {
        into.add(at, 0, isLast ? field : field + ",");
      } else if (isLast) {
        into.add(at, 0, (behind == '>' ? " " : ",") + field);
      } else if (SEPARATORS.indexOf(before) >= 0) {
        into.add(at, 0, field + before);
      } else if (before == '\n') {
        into.add(at, 0, at == text.length() ? field : field + "\n");
      } else if (behind == '\n') {
        String line = "\n" + indentation(at);
        into.add(at, 0, line + field);
        into.add(at, 0, line + "  " + field);
        into.add(at, 0, "&" + field);
        into.add(at, 0, "," + field);
      }
    }
  }

  private boolean isTag(int at) {
    return text.lastIndexOf('<', at - 1) > text.lastIndexOf('>', at - 1);
  }

  /** Of the line that ends there. */
  private String indentation(int end) {
    int start = text.lastIndexOf('\n', end - 1) + 1;
    return text.substring(start, afterSpaces(start));
  }

  /**
   * Adds values of other kinds in the places of those that there are, and lists that are longer.
   */
  void addValues(Replacements into) {
    int found = 0;
    char before = ' ';
    for (int at = 0; at < text.length() && found < MOST_VALUES; at++) {
      char first = text.charAt(at);
      if (first != ' ') {
        if (BEFORE_VALUES.indexOf(before) >= 0) {
          found++;
          addValues(at, before, into);
        }
        before = first;
      }
    }
  }

  private void addValues(int at, char before, Replacements into) {
    int end = Math.min(SpanMutators.endOfSpan(value, at), text.length());
    for (String other : VALUES) {
      into.add(at, end - at, other);
    }
    boolean isElement = before != ':' && before != '=';
    if (isElement && end > at) {
      into.add(at, 0, text.substring(at, end) + ",");
    }
  }
}
