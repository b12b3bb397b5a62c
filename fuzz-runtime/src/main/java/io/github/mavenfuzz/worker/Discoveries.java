// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Response.Further;
import io.github.mavenfuzz.protocol.Response.Interesting;
import java.util.ArrayList;
import java.util.List;

/** What one call has discovered. */
final class Discoveries {

  /** Bytes of interesting inputs per answer, which is held in memory several times. */
  private static final int MOST_BYTES = 1 << 20;

  /** How often a call may come further than any before. */
  private static final int MOST_STEPS = 64;

  /** Of all calls. */
  private long count;

  private final List<Interesting> interesting = new ArrayList<>();
  private final List<Further> further = new ArrayList<>();
  private final List<ClassHits> touched = new ArrayList<>();
  private long bytes;

  void clear() {
    interesting.clear();
    further.clear();
    touched.clear();
    bytes = 0;
  }

  /** An input that touches something new each time, in an execution of so many nanoseconds. */
  void addInteresting(Content content, List<ClassHits> hits, long nanos) {
    interesting.add(new Interesting(content, hits, nanos));
    bytes += content.bytes().length;
    count++;
  }

  /** How often something interesting was found so far, in all calls. */
  long count() {
    return count;
  }

  /** An input that came further in something than any before. */
  void addFurther(Content content, List<Milestone> milestones) {
    further.add(new Further(content, milestones));
  }

  /** What was touched, and perhaps is not each time. */
  void addTouched(List<ClassHits> hits) {
    touched.addAll(hits);
  }

  /** Whether nothing is interesting yet. */
  boolean isNothingInteresting() {
    return interesting.isEmpty();
  }

  /** Whether an answer has room for another interesting input. */
  boolean hasRoom() {
    return bytes < MOST_BYTES;
  }

  /** Whether an answer has room for another input that came further. */
  boolean hasRoomForFurther() {
    return further.size() < MOST_STEPS;
  }

  List<Interesting> interesting() {
    return List.copyOf(interesting);
  }

  List<Further> further() {
    return List.copyOf(further);
  }

  List<ClassHits> touched() {
    return List.copyOf(touched);
  }
}
