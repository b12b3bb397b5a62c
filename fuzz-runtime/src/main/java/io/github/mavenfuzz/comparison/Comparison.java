// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

/** Two values that the target compared, or what comes to the same; or a text that it looked for. */
public sealed interface Comparison {

  /** How a text has to be like the other for the comparison to come out. */
  enum Relation {
    /** It is the other. */
    EQUAL,
    /** It starts with the other. */
    PREFIX,
    /** It ends with the other. */
    SUFFIX,
    /** The other is anywhere in it. */
    INFIX
  }

  /** Integral numbers or chars. */
  record OfNumbers(long left, long right) implements Comparison {}

  /** Floating-point numbers. */
  record OfDecimals(double left, double right) implements Comparison {}

  /** Texts: {@code left} is to be like {@code right}. */
  record OfTexts(String left, String right, Relation relation) implements Comparison {}

  /** Bytes, each as the char of that number. */
  record OfBytes(String left, String right) implements Comparison {}

  /** A text by whose name the target looked for something, by whatever means. */
  record Sought(String text) implements Comparison {}

  /** A text that would make a difference somewhere in the input. */
  record Mention(String text) implements Comparison {}
}
