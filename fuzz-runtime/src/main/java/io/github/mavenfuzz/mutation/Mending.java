// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import io.github.mavenfuzz.comparison.Comparison;
import java.util.BitSet;

/**
 * Puts one side of a comparison where the other is in a sequence. The longest form in which a side
 * is there is the least likely to be there by chance; where it is there more than once, the last
 * time counts, as what is computed mostly comes after what it is computed from.
 */
final class Mending {
  private final String image;
  private int at = -1;
  private String from = "";
  private String to = "";

  private Mending(String image) {
    this.image = image;
  }

  /** Changes the sequence; false if neither side is in it, or if it would be too long. */
  static boolean mend(SequenceValue value, boolean bytes, Comparison comparison, int maxLength) {
    Mending mending = new Mending(value.image());
    BitSet elements = Encoding.elementsOf(mending.image);
    new Encoding(bytes, mending.image, elements).forms(comparison).forEach(mending::consider);
    int length = value.length - mending.from.length() + mending.to.length();
    if (mending.at < 0 || length > maxLength) {
      return false;
    }
    value.replace(mending.at, mending.from.length(), mending.to);
    return true;
  }

  private void consider(Encoding.Form form) {
    if (form.from().length() > from.length()) {
      int found = image.lastIndexOf(form.from());
      if (found >= 0) {
        at = found;
        from = form.from();
        to = form.to();
      }
    }
  }
}
