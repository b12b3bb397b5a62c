// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.corpus.CorpusDirectory.StoredFile;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * Makes the cases of a fuzz test in an ordinary run.
 *
 * @param files where its seed files are
 * @param most how long a case of a file may take; null for as long as it takes
 */
record CaseFactory(FuzzMethod method, SeedFiles files, @Nullable Duration most) {
  static final String ZERO_VALUES = "zero values";

  /** One case per row and per file. Files are read as the stream advances. */
  Stream<TestTemplateInvocationContext> all(List<SeedRow> rows, List<StoredFile> stored) {
    if (rows.isEmpty() && stored.isEmpty()) {
      return Stream.of(running(ZERO_VALUES, method.signature().zeroValues(), "", null));
    }
    return Stream.concat(
        rows.stream().map(this::ofRow),
        stored.stream().map(file -> ofFile(file.name(), file.path())));
  }

  TestTemplateInvocationContext ofRow(SeedRow row) {
    try {
      return running(row.name(), row.values(method), "", null);
    } catch (UnusableSeedException e) {
      return FuzzCase.failing(row.name(), e);
    }
  }

  TestTemplateInvocationContext ofFile(String name, Path file) {
    try {
      List<Object> values = CorpusFile.parse(Files.readAllBytes(file), method.signature());
      return running(name, values, files.argument(), most);
    } catch (MalformedEntryException e) {
      String message =
          "%s:%s: %s (an input of %s takes: %s)"
              .formatted(
                  files.shown(file), e.line(), e.reason(), method.name(), method.signature());
      return FuzzCase.failing(name, new UnusableSeedException(message));
    } catch (IOException e) {
      String message = "%s cannot be read: %s".formatted(files.shown(file), e);
      return FuzzCase.failing(name, new UnusableSeedException(message, e));
    }
  }

  private TestTemplateInvocationContext running(
      String name, List<@Nullable Object> values, String corpusDirectory, @Nullable Duration time) {
    List<Extension> extensions = new ArrayList<>();
    extensions.add(new ArgumentResolver(method.method(), values));
    extensions.add(new ReplayNote(method.name(), name, files.module(), corpusDirectory));
    if (time != null) {
      extensions.add(new TimeLimit(time, method.name() + " on " + name));
    }
    return new FuzzCase(name, extensions);
  }
}
