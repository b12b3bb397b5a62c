// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.mutation.Input;
import io.github.mavenfuzz.mutation.Promise;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows what an entry compares suggestion by suggestion, each alone, and listens to what comes of
 * it: what only a search by chance puts together may be one step away. As REDQUEEN does. What is
 * likely has time of its own, so that of young entries it does not wait for all that is possible
 * with others.
 */
final class OneByOne {
  private static final int DONE = -1;

  /** There are few of them. */
  private static final double LIKELY_TIMES = 2;

  private final Slice slice;
  private final Solving solving;
  private final List<Stage> stages;
  private final List<Stage> mended;

  OneByOne(Slice slice, Solving solving) {
    this.slice = slice;
    this.solving = solving;
    this.stages =
        List.of(
            new Stage(Promise.LIKELY, slice.newShare(LIKELY_TIMES), false),
            new Stage(Promise.POSSIBLE, slice.newShare(), false));
    Share share = slice.newShare();
    this.mended =
        List.of(new Stage(Promise.LIKELY, share, true), new Stage(Promise.POSSIBLE, share, true));
  }

  /** Goes on with an entry, whose suggestions were just learned. */
  void follow(int entry, Input parent, int maxLength) {
    stages.forEach(stage -> stage.follow(entry, parent, maxLength));
  }

  /** The same of what was just understood, and mends what each suggestion breaks. */
  void followMended(int entry, Input parent, int maxLength) {
    mended.forEach(stage -> stage.follow(entry, parent, maxLength));
  }

  /** What is to be expected of as much. */
  private final class Stage {
    private final Promise promise;
    private final Share share;
    private final boolean mending;

    /** By the hash of each entry, the suggestion that is next. */
    private final Map<Integer, Integer> next = new HashMap<>();

    Stage(Promise promise, Share share, boolean mending) {
      this.promise = promise;
      this.share = share;
      this.mending = mending;
    }

    void follow(int entry, Input parent, int maxLength) {
      int at = next.getOrDefault(entry, 0);
      if (at == DONE) {
        return;
      }
      Input input = slice.input();
      input.copyFrom(parent);
      int count = input.suggestions(promise);
      slice.begin(share);
      while (at < count && slice.goesOn(share) && slice.hasRoomForFurther()) {
        if (input.follow(promise, at++, maxLength)) {
          if (mending) {
            solving.mend(share);
          }
          if (slice.goesOn()) {
            slice.exploreAndTell();
          }
          input.copyFrom(parent);
        }
      }
      slice.end(share);
      next.put(entry, at < count ? at : DONE);
    }
  }
}
