// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Content;

/**
 * One input of the corpus.
 *
 * @param name its file's name, or {@code seed#0} for a row of an argument source
 * @param content what its file contains, or would
 * @param origin where it came from
 */
record Entry(String name, Content content, Origin origin) {

  /** Where an entry came from. */
  enum Origin {
    /** An argument source of the test. */
    SEED_ROW,
    /** A file of the seed directory. */
    SEED_FILE,
    /** A file of the cache. */
    CACHE,
    /** Zero values, as there was nothing else. */
    ZERO,
    /** Found by this campaign. */
    GENERATED
  }

  /** Whether the user wrote it: its failure needs no new file. */
  boolean isSeed() {
    return origin == Origin.SEED_ROW || origin == Origin.SEED_FILE;
  }
}
