// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a worker is started with, in a file of the private directory that only the user can read.
 *
 * @param socket where the coordinator listens
 * @param token the secret to present in {@link Response.Hello}
 * @param memory the file of the {@link SharedMemory}
 * @param setUpMillis the longest that setting the target up may take
 * @param timeoutMillis the longest that one execution may take
 * @param instrumentation what the target's classes get
 * @param includes patterns of the classes to instrument; empty means all
 * @param excludes patterns of the classes not to instrument
 * @param systemProperties those that the command line has no characters for
 */
public record WorkerSettings(
    String socket,
    String token,
    String memory,
    long setUpMillis,
    long timeoutMillis,
    Instrumentation instrumentation,
    List<String> includes,
    List<String> excludes,
    Map<String, String> systemProperties) {

  /** Writes the file. */
  public void write(Path file) throws IOException {
    Files.writeString(file, MessageJson.toJson(this));
  }

  /** Reads the file. */
  public static WorkerSettings read(Path file) throws IOException {
    return MessageJson.toSettings(Files.readString(file));
  }
}
