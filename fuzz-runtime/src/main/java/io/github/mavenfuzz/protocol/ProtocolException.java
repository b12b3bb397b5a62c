// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.io.IOException;

/** What came over the channel is not a message. */
public final class ProtocolException extends IOException {
  private static final long serialVersionUID = 1;

  /** With what is wrong. */
  public ProtocolException(String message) {
    super(message);
  }

  /** With what is wrong and the parser's reason. */
  public ProtocolException(String message, Throwable cause) {
    super(message, cause);
  }
}
