// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** Picks the one case that {@code fuzz.input} names: a row, a file of the test, or any file. */
record InputSelection(CaseFactory cases, List<SeedRow> rows, List<StoredFile> stored) {
  private static final int MAX_LISTED = 10;

  /** The case, or a skipped one whose reason says what there is instead. */
  TestTemplateInvocationContext select(String input) {
    return row(input)
        .or(() -> stored(input))
        .or(() -> path(input))
        .orElseGet(() -> FuzzCase.skipped(input, reason(input)));
  }

  private Optional<TestTemplateInvocationContext> row(String input) {
    return rows.stream().filter(row -> row.name().equals(input)).findFirst().map(cases::ofRow);
  }

  private Optional<TestTemplateInvocationContext> stored(String input) {
    return stored.stream()
        .filter(file -> file.name().equals(input))
        .findFirst()
        .map(file -> cases.ofFile(file.name(), file.path()));
  }

  private Optional<TestTemplateInvocationContext> path(String input) {
    try {
      Path file = cases.files().resolve(input);
      return Files.isRegularFile(file) && !isOfAnotherTest(file)
          ? Optional.of(cases.ofFile(input, file))
          : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** A file in a corpus belongs to the test that its directories name; any other, to every test. */
  private boolean isOfAnotherTest(Path file) {
    Path ofMethod = file.getParent();
    Path ofClass = ofMethod == null ? null : ofMethod.getParent();
    if (ofMethod == null || ofClass == null) {
      return false;
    }
    boolean sameClass = ofClass.endsWith(cases.method().testClass().getName());
    boolean sameMethod = ofMethod.endsWith(cases.method().method().getName());
    boolean inSeeds =
        file.getFileSystem() == cases.files().root().getFileSystem()
            && file.startsWith(cases.files().root());
    return (sameClass || inSeeds) && !(sameClass && sameMethod);
  }

  private String reason(String input) {
    String listed =
        Stream.concat(rows.stream().map(SeedRow::name), stored.stream().map(StoredFile::name))
            .limit(MAX_LISTED)
            .collect(Collectors.joining(", "));
    int more = rows.size() + stored.size() - MAX_LISTED;
    return "fuzz.input=%s is no seed of %s and no file for it; seeds: %s%s (files from %s)"
        .formatted(
            input,
            cases.method().name(),
            listed.isEmpty() ? "none" : listed,
            more > 0 ? " and %s more".formatted(more) : "",
            cases.files().shown(cases.files().directory()));
  }
}
