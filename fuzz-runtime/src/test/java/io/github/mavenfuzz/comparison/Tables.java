// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

/** Texts that others use. */
public final class Tables {
  static final String[] WORDS = {"tabled"};

  private Tables() {}

  /** Texts for whoever implements it. */
  @SuppressWarnings("MutablePublicArray") // As JavaCC generates it.
  public interface Inherited {
    String[] TOKENS = {"<EOF>", "\"inherited\"", "'also'"};
  }
}
