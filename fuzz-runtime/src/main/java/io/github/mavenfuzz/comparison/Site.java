// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A place in the target's code where something is compared, and what is known of it without running
 * it. Filled while its method is read, and read after that.
 */
final class Site {

  /** What the logged values are to each other. */
  enum Kind {
    /** Integral numbers. */
    NUMBERS,
    /** Floating-point numbers. */
    DECIMALS,
    /** A number that says where in a table of rows something is, which is compared with nothing. */
    INDEX,
    /** A number and the cases of a switch, which are the site's. */
    SWITCH,
    /** A text and the cases of a switch over its hash, or a pattern switch. */
    TEXT_SWITCH,
    /** Anything that can be equal. */
    EQUAL,
    /** Anything that can be the same. */
    IDENTITY,
    /** A text and how it may start. */
    PREFIX,
    /** A text and how it may end. */
    SUFFIX,
    /** A text and what it may contain. */
    INFIX,
    /** A map or collection and a key. */
    LOOK_UP,
    /** A text that is an argument of a call: what it is called for may have that name. */
    ARGUMENT,
    /** An enum and a name. */
    ENUM,
    /** A text and a regular expression as text. */
    EXPRESSION,
    /** A compiled regular expression and a text. */
    MATCHER,
    /** A text that has to have a form, and examples of it, which are the site's. */
    FORM,
    /** The same of bytes, or of a stream of them. */
    BYTES_FORM
  }

  /** Of a table of many cases, this many say enough. */
  private static final int MOST_CASES = 128;

  private final Kind kind;
  private final ClassTexts constants;
  private final Set<Long> keys = new LinkedHashSet<>();
  private final List<String> texts = new ArrayList<>();

  Site(Kind kind, ClassTexts constants) {
    this.kind = kind;
    this.constants = constants;
  }

  Kind kind() {
    return kind;
  }

  /** Those of the class that it is in. */
  ClassTexts constants() {
    return constants;
  }

  void addKey(long key) {
    if (keys.size() < MOST_CASES) {
      keys.add(key);
    }
  }

  void addText(String text) {
    if (texts.size() < MOST_CASES) {
      texts.add(text);
    }
  }

  /** The cases, if they are numbers. */
  Set<Long> keys() {
    return keys;
  }

  /** Whether a number may be one of the cases. */
  boolean isCase(long number) {
    return keys.size() == MOST_CASES || keys.contains(number);
  }

  /** The cases, if they are texts. */
  List<String> texts() {
    return texts;
  }
}
