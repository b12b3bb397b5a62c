// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.JavaSource;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.protocol.Content;
import io.github.mavenfuzz.protocol.Failure;
import io.github.mavenfuzz.targets.TargetId;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns a crash into a finding: on disk, and in the log as Go would print it. */
final class FindingReport {
  private final CoordinatorOptions options;
  private final ProgressLog log;

  FindingReport(CoordinatorOptions options, ProgressLog log) {
    this.options = options;
    this.log = log;
  }

  /** Reports a failure, whose input is on disk by now. */
  Finding report(Crash crash) {
    Entry seed = crash.seed();
    Path file = crash.file();
    String name = nameOf(crash);
    Finding finding = finding(name, crash.content(), crash.failure(), file);
    if (seed != null) {
      log.error("failure while testing seed corpus entry: " + options.target() + "/" + name);
    }
    log.error(
        String.format(
            Locale.ROOT, "--- FAIL: %s (%.2fs)", options.target(), crash.at().toMillis() / 1000.0));
    print(finding);
    String flaky = crash.flaky();
    if (flaky != null) {
      log.error("    " + Printable.of(flaky));
    }
    if (file != null) {
      log.error("    Failing input written to " + options.relative(file));
    }
    if (seed != null || file != null) {
      log.error("    To re-run:");
      rerun(
          name,
          file == null || file.startsWith(options.seedDirectory()),
          seed != null && seed.origin() == Entry.Origin.SEED_ROW);
    }
    return finding;
  }

  private static String nameOf(Crash crash) {
    Entry seed = crash.seed();
    if (seed != null) {
      return seed.name();
    }
    // Not always that of its content: of what became smaller, the larger may be on disk.
    Path file = crash.file();
    return file == null
        ? CorpusFile.nameOf(crash.content().bytes())
        : String.valueOf(file.getFileName());
  }

  /** The table of all failures of a campaign that went on after the first. */
  void summarize(List<Crash> findings, List<Crash> ignored) {
    log.info("fuzz: " + findings.size() + " distinct findings, " + ignored.size() + " ignored:");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("identity", "kind", "first seen", "times", "file", "failure"));
    findings.forEach(crash -> rows.add(row(crash, false)));
    ignored.forEach(crash -> rows.add(row(crash, true)));
    int last = rows.get(0).size() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int i = 0; i < last; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < last; i++) {
        line.append("  ").append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length()));
      }
      log.info(line + "  " + row.get(last));
    }
  }

  private List<String> row(Crash crash, boolean ignored) {
    Path file = crash.file();
    String place = file == null ? "-" : options.relative(file).toString();
    Failure failure = crash.failure();
    return List.of(
        failure.identity(),
        failure.kind().toString(),
        String.format(Locale.ROOT, "%.1fs", crash.at().toMillis() / 1000.0),
        Long.toString(crash.times()),
        ignored ? "(ignored)" : crash.seed() == null ? place : crash.seed().name(),
        Printable.of(failure.summary().lines().findFirst().orElse("")));
  }

  /** The finding of an input that fails. */
  Finding finding(String name, Content content, Failure failure, @Nullable Path file) {
    return new Finding(
        name,
        failure.kind().toString(),
        failure.identity(),
        Printable.of(failure.summary()),
        Printable.of(failure.trace()),
        arguments(content),
        file);
  }

  /** The failure and the arguments, indented. */
  void print(Finding finding) {
    finding.trace().lines().forEach(line -> log.error("    " + line));
    log.error("");
    log.error("    Arguments:");
    finding.arguments().lines().forEach(line -> log.error("        " + line));
    log.error("");
  }

  /** The arguments that a corpus file holds, as Java source. */
  String arguments(Content content) {
    try {
      return JavaSource.arguments(
          CorpusFile.parse(content.bytes(), options.target().signature()),
          options.target().signature());
    } catch (MalformedEntryException e) {
      throw new IllegalArgumentException("not an entry of " + options.target(), e);
    }
  }

  /**
   * Prints how to run an input again.
   *
   * @param seed whether it is among the seeds; of others tests do not know
   * @param row whether it is a row of an argument source: no file, so only JUnit can run it
   */
  private void rerun(String name, boolean seed, boolean row) {
    TargetId target = options.target();
    // A shell would take the $ of a nested class for a variable; Windows' knows no such quotes.
    boolean quote = target.toString().contains("$") && File.separatorChar == '/';
    String named = quote ? "'" + target + "'" : target.toString();
    String maven =
        options.rerunArguments().isEmpty() ? "mvn " : "mvn " + options.rerunArguments() + " ";
    if (seed && target.kind() == TargetId.Kind.FUZZ_TEST) {
      log.error("    " + maven + "test -Dtest=" + named + " -Dfuzz.input=" + name);
    }
    if (!row) {
      log.error("    " + maven + "fuzz:replay -Dfuzz.target=" + named + " -Dfuzz.input=" + name);
    }
  }
}
