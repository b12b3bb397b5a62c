// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the lines, and does something as soon as a certain line is logged. */
final class RecordingLog implements ProgressLog {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private String awaited = "";
  private Runnable reaction = () -> {};
  private Consumer<String> echo = line -> {};

  /** Once, at the first line that contains the text. */
  void onLine(String text, Runnable reaction) {
    this.awaited = text;
    this.reaction = reaction;
  }

  /** Tells somebody else of every line, too. */
  void echo(Consumer<String> echo) {
    this.echo = echo;
  }

  /** All lines, each with its level in front. */
  List<String> lines() {
    return lines;
  }

  private void add(String line) {
    lines.add(line);
    echo.accept(line);
    if (!awaited.isEmpty() && line.contains(awaited)) {
      awaited = "";
      reaction.run();
    }
  }

  @Override
  public void info(String line) {
    add("I " + line);
  }

  @Override
  public void warn(String line) {
    add("W " + line);
  }

  @Override
  public void error(String line) {
    add("E " + line);
  }

  @Override
  public void debug(String line) {
    add("D " + line);
  }
}
