// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.mutation.Input;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows what an entry compares suggestion by suggestion, each alone, and listens to what comes of
 * it: what only a search by chance puts together may be one step away. As REDQUEEN does.
 */
final class OneByOne {
  private static final int DONE = -1;

  private final Slice slice;
  private final Share share;

  /** By the hash of each entry, the suggestion that is next. */
  private final Map<Integer, Integer> next = new HashMap<>();

  OneByOne(Slice slice) {
    this.slice = slice;
    this.share = slice.newShare();
  }

  /** Goes on with an entry, whose suggestions were just learned. */
  void follow(int entry, Input parent, int maxLength) {
    int at = next.getOrDefault(entry, 0);
    if (at == DONE) {
      return;
    }
    Input input = slice.input();
    input.copyFrom(parent);
    int count = input.suggestions();
    slice.begin(share);
    while (at < count && slice.goesOn(share) && slice.hasRoomForFurther()) {
      if (input.follow(at++, maxLength)) {
        slice.exploreAndTell();
        input.copyFrom(parent);
      }
    }
    slice.end(share);
    next.put(entry, at < count ? at : DONE);
  }
}
