// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mavenfuzz.api.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.ValueSource;

class InputSelectionTest {
  private static final String NAME = "InputSelectionTest$Two";

  @TempDir Path directory;
  private Path corpus;
  private Path file;

  @TestMethodOrder(MethodOrderer.MethodName.class)
  static class Two extends PublishesArguments {
    @FuzzTest
    @ValueSource(strings = {"a", "b"})
    void first(String s) {
      publish(s);
    }

    @FuzzTest
    void second(String s) {
      publish(s);
    }
  }

  @BeforeEach
  void writeFile() throws IOException {
    corpus = directory.resolve("corpus");
    Path second = Files.createDirectories(corpus.resolve(Two.class.getName()).resolve("second"));
    file = second.resolve("beef");
    Files.writeString(file, "maven fuzz v1\nString(\"file\")\n");
  }

  @Test
  void row_runsAlone() {
    assertThat(run("seed#1"))
        .containsExactly(
            "seed#1: {v=<b> String}",
            "seed#1 SUCCESSFUL",
            "seed#1 skipped: fuzz.input=seed#1 is no seed of %s#second"
                .concat(" and no file for it; seeds: beef (files from %s)")
                .formatted(NAME, file.getParent()));
  }

  @Test
  void fileName_runsWhereItIs() {
    assertThat(run("beef"))
        .containsExactly(
            "beef skipped: fuzz.input=beef is no seed of %s#first"
                .concat(" and no file for it; seeds: seed#0, seed#1 (files from %s)")
                .formatted(NAME, file.getParent().resolveSibling("first")),
            "beef: {v=<file> String}",
            "beef SUCCESSFUL");
  }

  @Test
  void pathOfASeed_runsInItsTestOnly() {
    assertThat(run(file.toString()))
        .hasSize(3)
        .contains(file + ": {v=<file> String}", file + " SUCCESSFUL");
  }

  @Test
  void pathInTheCache_runsInItsTestOnly() throws IOException {
    Path cached = directory.resolve("cache/g/a").resolve(corpus.relativize(file));
    Files.createDirectories(cached.getParent());
    Files.copy(file, cached);
    assertThat(run(cached.toString())).hasSize(3).contains(cached + " SUCCESSFUL");
  }

  @Test
  void pathOfAnyFile_runsEverywhere() throws IOException {
    Path any = Files.copy(file, directory.resolve("any"));
    assertThat(run(any.toString()))
        .containsExactly(
            any + ": {v=<file> String}",
            any + " SUCCESSFUL",
            any + ": {v=<file> String}",
            any + " SUCCESSFUL");
  }

  @Test
  void malformedFile_fails() throws IOException {
    Path any = Files.writeString(directory.resolve("any"), "hello");
    assertThat(run(any.toString())).containsExactly(any + " FAILED", any + " FAILED");
  }

  @Test
  void unknownInput_skipsAll() {
    assertThat(run("nowhere"))
        .hasSize(2)
        .allSatisfy(
            line -> assertThat(line).startsWith("nowhere skipped: fuzz.input=nowhere is no"));
  }

  private List<String> run(String input) {
    return CaseOutcomes.of(Two.class, corpus, input).lines();
  }
}
