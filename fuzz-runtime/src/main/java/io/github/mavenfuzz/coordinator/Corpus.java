// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.coordinator.Entry.Origin;
import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.protocol.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one target: seeds, which are only read, the cache, which grows, and findings, which
 * go to the seeds. Not thread-safe.
 */
final class Corpus {
  private final Signature signature;
  private final CorpusDirectory seeds;
  private final CorpusDirectory cache;
  private final Path reports;
  private final Set<Content> known = new HashSet<>();

  /** The names of the cache's files that were read or written. */
  private final Set<String> seen = new HashSet<>();

  Corpus(CoordinatorOptions options) {
    this.signature = options.target().signature();
    this.seeds = new CorpusDirectory(options.seedDirectory());
    this.cache = new CorpusDirectory(options.cacheDirectory());
    this.reports = options.reportDirectory();
  }

  /**
   * Reads the seed directory.
   *
   * @throws CoordinatorException naming file, line and reason if a file is malformed
   */
  List<Entry> readSeeds(ProgressLog log) throws CoordinatorException {
    try {
      for (Path foreign : seeds.foreign()) {
        log.info("fuzz: skipping " + Printable.line(foreign) + ": not a corpus file");
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
        seen.add(file.name());
        try {
          if (file.leadsOut()) {
            skipped.add(file.path() + ", a link that leads out of the cache");
          } else {
            entries.add(entry(file, Origin.CACHE));
          }
        } catch (MalformedEntryException e) {
          skipped.add(file.path() + ", " + e.getMessage());
        } catch (NoSuchFileException e) {
          log.debug("fuzz: another campaign has replaced " + file.path());
        } catch (IOException e) {
          skipped.add(e.toString());
        }
      }
      for (Path foreign : cache.foreign()) {
        // Hidden are our own, as long as they are not complete.
        if (!String.valueOf(foreign.getFileName()).startsWith(".")) {
          skipped.add(Printable.line(foreign) + ", not a corpus file");
        }
      }
    } catch (IOException e) {
      throw new CoordinatorException(
          "cannot read the cache "
              + cache.path()
              + ": "
              + e
              + "; set fuzz.cachedir to a directory that can be read and written to",
          e);
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

  /** Reads what others have put into the cache since; what is malformed is none of ours. */
  List<Entry> readNews(ProgressLog log) {
    List<Entry> entries = new ArrayList<>();
    try {
      for (CorpusDirectory.StoredFile file : cache.list()) {
        if (seen.add(file.name()) && !file.leadsOut()) {
          entries.add(entry(file, Origin.CACHE));
        }
      }
    } catch (IOException | MalformedEntryException e) {
      log.debug("fuzz: reading what is new in the cache: " + e);
    }
    return entries;
  }

  private Entry entry(CorpusDirectory.StoredFile file, Origin origin)
      throws IOException, MalformedEntryException {
    // One form for one value, however it was written, so that duplicates show.
    byte[] content = CorpusFile.canonical(Files.readAllBytes(file.path()), signature);
    return new Entry(file.name(), new Content(content), origin);
  }

  /** The entry to start from when there is no other. */
  Entry zeroEntry() {
    byte[] content = CorpusFile.format(signature.zeroValues(), signature);
    return new Entry("zero values", new Content(content), Origin.ZERO);
  }

  /** Counts an entry in, unless its content is known already. */
  boolean add(Entry entry) {
    return known.add(entry.content());
  }

  /** Writes a new interesting input to the cache. */
  Entry save(Content content) throws IOException {
    seen.add(CorpusFile.nameOf(content.bytes()));
    cache.write(content.bytes());
    return new Entry(CorpusFile.nameOf(content.bytes()), content, Origin.GENERATED);
  }

  /** Removes an interesting input that a better one has replaced. */
  void removeFromCache(Content content, ProgressLog log) {
    remove(cache.path().resolve(CorpusFile.nameOf(content.bytes())), log);
  }

  /**
   * Writes an input that fails to the seed directory, or to the cache if that cannot be; or else
   * into the log, as it must not be lost.
   *
   * @return the file; null if there is none
   */
  @Nullable Path saveFinding(Content content, ProgressLog log) {
    try {
      return seeds.write(content.bytes());
    } catch (IOException e) {
      log.warn("fuzz: cannot write to " + seeds.path() + ": " + e + "; trying the cache");
    }
    try {
      return cache.write(content.bytes());
    } catch (IOException e) {
      log.error(
          "fuzz: cannot write the failing input to "
              + seeds.path()
              + ", nor to "
              + cache.path()
              + ": "
              + e);
    }
    print(content, log);
    return null;
  }

  /** Where nothing else is left. */
  private static void print(Content content, ProgressLog log) {
    if (CorpusFile.isText(content.bytes())) {
      log.error("fuzz: the failing input, to be saved as a file by hand:");
      new String(content.bytes(), StandardCharsets.US_ASCII).lines().forEach(log::error);
    } else {
      log.error("fuzz: the failing input, to be saved as a file by hand, through base64 -d:");
      Base64.getMimeEncoder().encodeToString(content.bytes()).lines().forEach(log::error);
    }
  }

  /**
   * Writes an input that is worth a look among the reports.
   *
   * @param what the name of its file
   * @return the file; null if it cannot be written
   */
  @Nullable Path saveReport(String what, Content content, ProgressLog log) {
    Path file = reports.resolve(what);
    try {
      Files.createDirectories(reports);
      return Files.write(file, content.bytes());
    } catch (IOException e) {
      log.warn("fuzz: cannot write to " + file + ": " + e);
      return null;
    }
  }

  /** Writes an input that failed to the cache, or into the log, for a later campaign. */
  void keep(Content content, ProgressLog log) {
    try {
      Entry unused = save(content);
    } catch (IOException e) {
      log.error("fuzz: cannot write to the cache " + cache.path() + ": " + e);
      print(content, log);
    }
  }

  /** Whether a file of that content is among the seeds. */
  boolean isSeed(Content content) {
    return Files.exists(seeds.path().resolve(CorpusFile.nameOf(content.bytes())));
  }

  /** Whether a file is where seeds are: tests look nowhere else. */
  boolean isAmongSeeds(Path file) {
    return file.startsWith(seeds.path());
  }

  /** Removes a finding's file that a better one has replaced. */
  void removeFinding(Path file, ProgressLog log) {
    remove(file, log);
  }

  private static void remove(Path file, ProgressLog log) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      log.warn("fuzz: cannot remove " + file + ", which a smaller input replaces: " + e);
    }
  }
}
