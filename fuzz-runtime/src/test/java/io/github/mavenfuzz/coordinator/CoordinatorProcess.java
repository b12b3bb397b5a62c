// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A campaign in a process of its own, which may be killed, or have less than this one. */
final class CoordinatorProcess {

  /** Begins the lines of the error that a campaign ended with. */
  static final String ERROR = "ERROR ";

  private final TestCampaign campaign;
  private List<String> wrapper = List.of();
  private List<String> jvmArguments = List.of();
  private String classPath = System.getProperty("java.class.path");

  /** The property with an input that is to be run once, instead of a campaign. */
  static final String REPLAY = "fixtures.replay";

  /**
   * Of the campaign, its target, directories, executions, and the workers' class path and arguments
   * are taken over.
   */
  CoordinatorProcess(TestCampaign campaign) {
    this.campaign = campaign;
  }

  /** Has a command start it, which gets its command as further arguments. */
  CoordinatorProcess under(List<String> command) {
    this.wrapper = command;
    return this;
  }

  /** Arguments of the coordinator's JVM, not of the workers'. */
  CoordinatorProcess arguments(String... arguments) {
    this.jvmArguments = List.of(arguments);
    return this;
  }

  /** What its own classes come from. */
  CoordinatorProcess classesFrom(Path jar) {
    this.classPath = jar + File.pathSeparator + classPath;
    return this;
  }

  /** Starts it; it prints what it logs. */
  Process start() throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", classPath, CoordinatorProcess.class.getName()));
    command.add(campaign.target().className());
    command.add(campaign.directory().toString());
    command.add(campaign.runtimeJar().toString());
    command.add(Long.toString(campaign.budget().executions()));
    command.add(
        campaign.moreClassPath().stream()
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    command.addAll(campaign.arguments());
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  /** Runs it to its end; returns what it printed. */
  List<String> run() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader output = process.inputReader()) {
      List<String> lines = output.lines().toList();
      process.waitFor();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Runs in that process. */
  public static void main(String[] args) throws Exception {
    TestCampaign campaign =
        new TestCampaign(args[0], Path.of(args[1]))
            .runtimeJar(Path.of(args[2]))
            .executions(Long.parseLong(args[3]))
            .classPath(
                Arrays.stream(args[4].split(File.pathSeparator))
                    .filter(element -> !element.isEmpty())
                    .map(Path::of)
                    .toList())
            .arguments(Arrays.copyOfRange(args, 5, args.length));
    campaign.log().echo(System.out::println);
    String input = System.getProperty(REPLAY);
    try {
      if (input == null) {
        campaign.run();
      } else {
        campaign.replay(input);
      }
    } catch (CoordinatorException e) {
      System.out.println(ERROR + e.getMessage());
    }
  }
}
