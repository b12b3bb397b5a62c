// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.util.Arrays;

/** The content of a corpus file, travelling. Equal by content; not to be changed. */
public final class Content {
  private final byte[] bytes;

  /** Takes the array over. */
  public Content(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The bytes themselves, not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Content content && Arrays.equals(bytes, content.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
