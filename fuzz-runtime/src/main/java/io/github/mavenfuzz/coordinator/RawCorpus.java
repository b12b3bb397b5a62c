// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.corpus.CorpusDirectory;
import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.ParameterType;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.targets.TargetId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * The inputs of a target of one {@code byte[]} as other fuzzers keep them: files that are the
 * inputs, named by the SHA-1 of their content, as libFuzzer names them.
 */
public final class RawCorpus {

  /** Where entries go, below the directory that is exported to. */
  private static final String CORPUS = "corpus";

  /** Where findings go. */
  private static final String FINDINGS = "findings";

  /**
   * What was exported.
   *
   * @param entries of the cache and of the seeds that the user wrote
   * @param findings of the seed directory: files that have the name of their content
   * @param skipped malformed files, or such of other parameters
   */
  public record Exported(int entries, int findings, List<Path> skipped) {}

  private final Signature signature;
  private final CorpusDirectory seeds;
  private final CorpusDirectory cache;

  /**
   * That of one target.
   *
   * @throws CoordinatorException if its parameters are not one {@code byte[]}
   */
  public RawCorpus(TargetId target, Path seeds, Path cache) throws CoordinatorException {
    this.signature = target.signature();
    this.seeds = new CorpusDirectory(seeds);
    this.cache = new CorpusDirectory(cache);
    if (!signature.types().equals(List.of(ParameterType.BYTES))) {
      throw new CoordinatorException(
          "%s takes (%s): only the inputs of a target of one byte[] are bytes and nothing else"
              .formatted(target, signature));
    }
  }

  /**
   * Writes all inputs below a directory, each as old as its file here, which tells when it was
   * found; what is there already stays.
   *
   * @throws CoordinatorException if something cannot be read or written
   */
  public Exported exportTo(Path directory) throws CoordinatorException {
    Path corpus = directory.resolve(CORPUS);
    Path findings = directory.resolve(FINDINGS);
    int entries = 0;
    int found = 0;
    List<Path> skipped = new ArrayList<>();
    try {
      Files.createDirectories(corpus);
      Files.createDirectories(findings);
      for (StoredFile file : Stream.concat(seeds.list().stream(), cache.list().stream()).toList()) {
        byte[] stored = Files.readAllBytes(file.path());
        boolean isFinding =
            file.path().startsWith(seeds.path()) && file.name().equals(CorpusFile.nameOf(stored));
        try {
          byte[] input = (byte[]) CorpusFile.parse(stored, signature).get(0);
          Path copy = Files.write((isFinding ? findings : corpus).resolve(nameOf(input)), input);
          Files.setLastModifiedTime(copy, Files.getLastModifiedTime(file.path()));
          entries += isFinding ? 0 : 1;
          found += isFinding ? 1 : 0;
        } catch (MalformedEntryException e) {
          skipped.add(file.path());
        }
      }
    } catch (IOException e) {
      throw new CoordinatorException("cannot export to " + directory + ": " + e, e);
    }
    return new Exported(entries, found, skipped);
  }

  /**
   * Takes all files below a directory into the cache.
   *
   * @return how many there were
   * @throws CoordinatorException if something cannot be read or written
   */
  public int importFrom(Path directory) throws CoordinatorException {
    try (Stream<Path> files = Files.walk(directory)) {
      int count = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) <= CorpusFile.MAX_INPUT) {
          byte[] input = Files.readAllBytes(file);
          Path unused = cache.write(CorpusFile.format(List.of(input), signature));
          count++;
        }
      }
      return count;
    } catch (IOException e) {
      throw new CoordinatorException("cannot import from " + directory + ": " + e, e);
    }
  }

  private static String nameOf(byte[] input) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(input));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
