// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fuzzes the module's targets from the command line, compiling what it needs first. Without {@code
 * fuzz.time} it fuzzes one target until something fails or Ctrl-C is pressed. A failing input is
 * minimized, written to {@code fuzz.corpusdir} and fails the build; from then on {@code mvn test}
 * runs it, too.
 *
 * @since 0.1.0
 */
@Mojo(name = "run", threadSafe = true, requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class RunMojo extends CampaignMojo {

  @Override
  boolean isInteractive() {
    return isFromCommandLine();
  }
}
