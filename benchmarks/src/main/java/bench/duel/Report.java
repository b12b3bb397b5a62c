// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;

/** The tables, as Markdown: goes to a file and to the user as it comes. */
final class Report {
  private static final int FIRST_WIDTH = 20;
  private static final int LEAST_WIDTH = 9;

  private final Path file;
  private List<String> columns = List.of();

  Report(Path file) throws IOException {
    this.file = file;
    Files.writeString(file, "");
  }

  void line(String line) throws IOException {
    System.out.println(line);
    Files.writeString(file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  /** Begins a table. */
  void header(List<String> names) throws IOException {
    columns = names;
    row(names);
    String rule =
        columns.stream()
            .skip(1)
            .map(name -> "-".repeat(width(name) + 1) + ":|")
            .collect(Collectors.joining());
    line("|" + "-".repeat(FIRST_WIDTH + 2) + "|" + rule);
  }

  /** Ends with empty cells if there are fewer than columns. */
  void row(List<String> cells) throws IOException {
    StringBuilder row = new StringBuilder("|");
    for (int i = 0; i < columns.size(); i++) {
      String cell = i < cells.size() ? cells.get(i) : "";
      int width = i == 0 ? FIRST_WIDTH : width(columns.get(i));
      String space = " ".repeat(Math.max(0, width - cell.length()));
      row.append(' ').append(i == 0 ? cell + space : space + cell).append(" |");
    }
    line(row.toString());
  }

  private static int width(String name) {
    return Math.max(LEAST_WIDTH, name.length());
  }
}
