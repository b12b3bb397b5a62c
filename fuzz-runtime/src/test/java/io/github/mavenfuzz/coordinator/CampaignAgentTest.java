// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Searched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Workers with an agent of the user's beside ours. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignAgentTest {

  /**
   * Changes a text in the class as it is loaded, and again at the first execution, as agents do
   * that are asked for something new.
   */
  private static final String AGENT =
      """
      package acme;

      import java.lang.instrument.ClassFileTransformer;
      import java.lang.instrument.Instrumentation;
      import java.nio.charset.StandardCharsets;
      import java.security.ProtectionDomain;

      public class Agent implements ClassFileTransformer {
        private static Instrumentation instrumentation;
        private static String target;
        private static String word = "loaded";

        public static void premain(String target, Instrumentation instrumentation) {
          Agent.target = target;
          Agent.instrumentation = instrumentation;
          instrumentation.addTransformer(new Agent(), true);
        }

        public static void transformAgain() throws Exception {
          word = "change";
          instrumentation.retransformClasses(Class.forName(target));
        }

        @Override
        public byte[] transform(
            ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] file) {
          if (!target.replace('.', '/').equals(name)) {
            return null;
          }
          String text = new String(file, StandardCharsets.ISO_8859_1);
          return text.replace("nobody", word).getBytes(StandardCharsets.ISO_8859_1);
        }
      }
      """;

  @TempDir Path directory;

  private Path agent() throws Exception {
    Path classes = Files.createDirectory(directory.resolve("classes"));
    Path source = Files.writeString(directory.resolve("Agent.java"), AGENT);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
    Manifest manifest = RuntimeJar.manifest();
    manifest.getMainAttributes().putValue("Premain-Class", "acme.Agent");
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("agent.jar");
    RuntimeJar.build(jar, manifest, classes);
    return jar;
  }

  @Test
  void agent_ofTheUsersAndOursBothHaveTheirWay() throws Exception {
    TestCampaign campaign =
        new TestCampaign(Searched.Watched.class, directory)
            .arguments("-javaagent:" + agent() + "=" + Searched.Watched.class.getName())
            .executions(10_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: change");
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("open");
    assertThat(campaign.log().lines())
        .noneMatch(line -> line.startsWith("W fuzz"))
        .noneMatch(line -> line.contains("Flaky"));
  }
}
