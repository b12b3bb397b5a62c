// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Fuzzes the module's targets as a step of the build, for executions in a POM: like {@code
 * fuzz:run}, but on what the build has compiled by then. {@code fuzz.time} or {@code fuzz.count} is
 * required.
 *
 * @since 0.1.0
 */
@Mojo(
    name = "verify",
    defaultPhase = LifecyclePhase.VERIFY,
    threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
public final class VerifyMojo extends CampaignMojo {

  @Override
  boolean isInteractive() {
    return false;
  }
}
