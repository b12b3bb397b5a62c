// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import java.io.IOException;
import java.nio.file.Path;

/** A campaign in a process of its own, which may be killed. */
final class CoordinatorProcess {
  private CoordinatorProcess() {}

  /** Starts a campaign on that one's target and directories, which never ends by itself. */
  static Process start(TestCampaign campaign) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CoordinatorProcess.class.getName(),
            campaign.target().className(),
            campaign.seeds().getParent().toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Prints a line when the search has begun. */
  public static void main(String[] args) throws Exception {
    TestCampaign campaign =
        new TestCampaign(
            Class.forName(args[0], false, CoordinatorProcess.class.getClassLoader()),
            Path.of(args[1]));
    campaign.log().onLine("now fuzzing with", () -> System.out.println("fuzzing"));
    campaign.unseeded().coordinator().run();
  }
}
