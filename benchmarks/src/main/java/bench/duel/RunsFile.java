// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import bench.duel.Arena.Bout;
import bench.duel.DuelOptions.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The figures of every single run, as comma-separated values. */
final class RunsFile {
  private static final String HEADER =
      "part,target,fuzzer,run,found_seconds,executions,fuzzing_seconds,executions_per_second,"
          + "branches,inputs,failures,trouble\n";

  private final Path file;

  RunsFile(Path file) throws IOException {
    this.file = file;
    Files.writeString(file, HEADER);
  }

  /** Adds a line; the verdict is null where no referee was asked. */
  void add(Part part, Target target, Bout bout, @Nullable Verdict verdict) throws IOException {
    Outcome outcome = bout.outcome();
    List<String> values =
        List.of(
            part.name().toLowerCase(Locale.ROOT),
            target.simpleName(),
            bout.contestant().name(),
            String.valueOf(bout.number()),
            outcome.found() ? number(outcome.foundSeconds()) : "",
            String.valueOf(outcome.executions()),
            number(outcome.fuzzingSeconds()),
            number(outcome.perSecond()),
            verdict == null ? "" : String.valueOf(verdict.branches()),
            verdict == null ? "" : String.valueOf(verdict.inputs()),
            verdict == null ? "" : quoted(String.join("; ", verdict.failures())),
            quoted(outcome.trouble() + (verdict == null ? "" : verdict.trouble())));
    Files.writeString(
        file, String.join(",", values) + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
