// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.corpus;

/** Says where and why a corpus file is not an entry of its target, or a dictionary is none. */
public final class MalformedEntryException extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String reason;

  MalformedEntryException(int line, String reason) {
    super("line " + line + ": " + reason);
    this.line = line;
    this.reason = reason;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** What is wrong, without the line; safe to print. */
  public String reason() {
    return reason;
  }
}
