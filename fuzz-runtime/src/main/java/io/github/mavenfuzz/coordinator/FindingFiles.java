// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the inputs of crashes on disk. Belongs to the coordinator's thread. */
final class FindingFiles {
  private final Corpus corpus;
  private final Crashes crashes;
  private final ProgressLog log;

  /** Files that this campaign put where they are. */
  private final Set<Path> own = new HashSet<>();

  FindingFiles(Corpus corpus, Crashes crashes, ProgressLog log) {
    this.corpus = corpus;
    this.crashes = crashes;
    this.log = log;
  }

  /** Writes a crash's input; a smaller one takes the place of the one before. */
  void write(Crash crash) {
    if (crash.seed() != null) {
      return;
    }
    if (!crash.isConfirmedAlone() && !crash.original().equals(crash.content())) {
      // Nobody knows whether the smaller one fails by itself: neither is to be lost.
      corpus.keep(crash.original(), log);
    }
    boolean isNew = !corpus.isSeed(crash.content());
    Path file = corpus.saveFinding(crash.content(), log);
    Path before = crash.file();
    if (file == null || file.equals(before)) {
      return;
    }
    if (before != null && corpus.isAmongSeeds(before) && !corpus.isAmongSeeds(file)) {
      // The disk has become full, say: the larger one is worth more where tests find it.
      return;
    }
    crash.written(file);
    if (isNew) {
      own.add(file);
    }
    remove(before);
  }

  /** Keeps the input of what may be no crash for a later campaign to look at. */
  void keep(Crash crash) {
    corpus.keep(crash.content(), log);
  }

  /** Removes a file that this campaign put where it is, unless it is a finding's. */
  void remove(@Nullable Path file) {
    if (file != null
        && crashes.findings().noneMatch(crash -> file.equals(crash.file()))
        && own.remove(file)) {
      corpus.removeFinding(file, log);
    }
  }
}
