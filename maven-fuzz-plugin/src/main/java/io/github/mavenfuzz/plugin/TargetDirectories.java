// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.targets.TargetId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a module's targets have their corpus files.
 *
 * @param corpus the module's seeds and findings
 * @param cache the module's generated corpora
 * @param reports the module's reports
 */
record TargetDirectories(Path corpus, Path cache, Path reports) {

  Path seeds(TargetId target) {
    return corpus.resolve(target.className()).resolve(target.methodName());
  }

  Path cache(TargetId target) {
    return cache.resolve(target.className()).resolve(target.methodName());
  }

  Path reports(TargetId target) {
    return reports.resolve(target.className()).resolve(target.methodName());
  }

  /** How many corpus files there are in a directory, which need not exist. */
  static long count(Path directory) throws IOException {
    return names(directory).size();
  }

  /** The names of the corpus files in a directory, which need not exist, in their order. */
  static List<String> names(Path directory) throws IOException {
    return new CorpusDirectory(directory)
        .list().stream().map(CorpusDirectory.StoredFile::name).toList();
  }
}
