// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.protocol.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The inputs of one target: seeds, which are only read, the cache, which grows, and findings, which
 * go to the seeds. Not thread-safe.
 */
final class Corpus {
  private final Signature signature;
  private final CorpusDirectory seeds;
  private final CorpusDirectory cache;
  private final Set<Content> known = new HashSet<>();
  private int size;

  Corpus(CoordinatorOptions options) {
    this.signature = options.target().signature();
    this.seeds = new CorpusDirectory(options.seedDirectory());
    this.cache = new CorpusDirectory(options.cacheDirectory());
  }

  /**
   * Reads the seed directory.
   *
   * @throws CoordinatorException naming file, line and reason if a file is malformed
   */
  List<Entry> readSeeds(ProgressLog log) throws CoordinatorException {
    try {
      for (Path foreign : seeds.foreign()) {
        log.info("fuzz: skipping " + foreign + ": not a corpus file");
      }
      List<Entry> entries = new ArrayList<>();
      for (CorpusDirectory.StoredFile file : seeds.list()) {
        entries.add(readSeed(file));
      }
      return entries;
    } catch (IOException e) {
      throw new CoordinatorException("cannot read the seeds in " + seeds.path() + ": " + e, e);
    }
  }

  private Entry readSeed(CorpusDirectory.StoredFile file) throws IOException, CoordinatorException {
    try {
      return entry(file, Origin.SEED_FILE);
    } catch (MalformedEntryException e) {
      throw new CoordinatorException(
          "malformed seed file " + file.path() + ", " + e.getMessage(), e);
    }
  }

  /** Reads the cache; what is malformed or made for other parameters is skipped. */
  List<Entry> readCache(ProgressLog log) throws CoordinatorException {
    List<Entry> entries = new ArrayList<>();
    List<String> skipped = new ArrayList<>();
    try {
      for (CorpusDirectory.StoredFile file : cache.list()) {
        try {
          entries.add(entry(file, Origin.CACHE));
        } catch (MalformedEntryException e) {
          skipped.add(file.path() + ", " + e.getMessage());
        } catch (IOException e) {
          skipped.add(e.toString());
        }
      }
    } catch (IOException e) {
      throw new CoordinatorException("cannot read the cache " + cache.path() + ": " + e, e);
    }
    if (!skipped.isEmpty()) {
      log.warn(
          "fuzz: skipped "
              + skipped.size()
              + " malformed or stale cache entries, the first: "
              + skipped.get(0));
    }
    return entries;
  }

  private Entry entry(CorpusDirectory.StoredFile file, Origin origin)
      throws IOException, MalformedEntryException {
    List<Object> values = CorpusFile.parse(Files.readAllBytes(file.path()), signature);
    // One form for one value, however it was written, so that duplicates show.
    return new Entry(file.name(), new Content(CorpusFile.format(values, signature)), origin);
  }

  /** The entry to start from when there is no other. */
  Entry zeroEntry() {
    byte[] content = CorpusFile.format(signature.zeroValues(), signature);
    return new Entry("zero values", new Content(content), Origin.ZERO);
  }

  /** Counts an entry in, unless its content is known already. */
  boolean add(Entry entry) {
    if (!known.add(entry.content())) {
      return false;
    }
    size++;
    return true;
  }

  /** How many entries there are. */
  int size() {
    return size;
  }

  /** Writes a new interesting input to the cache. */
  Entry save(Content content) throws IOException {
    cache.write(content.bytes());
    return new Entry(CorpusFile.nameOf(content.bytes()), content, Origin.GENERATED);
  }

  /** Writes an input that fails to the seed directory, or to the cache if that cannot be. */
  Path saveFinding(Content content, ProgressLog log) throws CoordinatorException {
    try {
      return seeds.write(content.bytes());
    } catch (IOException e) {
      log.warn("fuzz: cannot write to " + seeds.path() + ": " + e + "; trying the cache");
      try {
        return cache.write(content.bytes());
      } catch (IOException again) {
        throw new CoordinatorException(
            "cannot write the failing input to "
                + seeds.path()
                + ", nor to "
                + cache.path()
                + ": "
                + again,
            again);
      }
    }
  }
}
