// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fixtures.Searched;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that do not speak as ours do. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StrangeWorkerTest {

  /**
   * Sends the lines of the property {@code says}, each followed by a call that it ignores; words in
   * capitals are deeds.
   */
  private static final String SOURCE =
      """
      package io.github.mavenfuzz.worker;

      import java.net.UnixDomainSocketAddress;
      import java.nio.ByteBuffer;
      import java.nio.channels.SocketChannel;
      import java.nio.charset.StandardCharsets;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.regex.Matcher;
      import java.util.regex.Pattern;

      public class WorkerMain {
        public static void premain(String arguments) {}

        public static void main(String[] args) throws Exception {
          String settings = Files.readString(Path.of(args[0]));
          SocketChannel socket =
              SocketChannel.open(UnixDomainSocketAddress.of(value(settings, "socket")));
          for (String line : System.getProperty("says").split("\\n")) {
            String text = line.replace("TOKEN", value(settings, "token"));
            if (text.equals("END")) {
              System.out.println("strange worker leaves");
              System.exit(9);
            }
            if (text.equals("KILLED")) {
              Runtime.getRuntime().halt(137);
            }
            if (text.equals("HALF")) {
              socket.write(ByteBuffer.wrap(new byte[] {'{', '"'}));
              System.exit(9);
            }
            while (text.equals("ENDLESS")) {
              socket.write(ByteBuffer.wrap("x".repeat(1 << 16).getBytes(StandardCharsets.UTF_8)));
            }
            socket.write(ByteBuffer.wrap((text + "\\n").getBytes(StandardCharsets.UTF_8)));
            if (socket.read(ByteBuffer.allocate(1 << 20)) < 0) {
              return;
            }
          }
        }

        private static String value(String json, String key) {
          Matcher matcher = Pattern.compile('"' + key + "\\":\\"([^\\"]*)").matcher(json);
          matcher.find();
          return matcher.group(1);
        }
      }
      """;

  private static final String HELLO =
      "{\"hello\":{\"token\":\"TOKEN\",\"version\":\"development\"}}";
  private static final String OPENED = "{\"opened\":{\"seeds\":[],\"notices\":[]}}";

  @TempDir static Path shared;
  @TempDir Path directory;

  @BeforeAll
  static void compile() throws Exception {
    Path source = shared.resolve("WorkerMain.java");
    Files.writeString(source, SOURCE);
    Path classes = Files.createDirectory(shared.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", classes.toString(), source.toString());
    assertThat(status).isZero();
    RuntimeJar.build(jar(), classes, "io.github.mavenfuzz.worker.WorkerMain");
  }

  private static Path jar() {
    return shared.resolve("strange.jar");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!garbage",
        "{}",
        "null",
        "[]",
        "{\"hello\":null}",
        "{\"opened\":1}",
        "{\"nothing\":{}}"
      })
  void garbageForAGreeting_isAnError(String line) throws Exception {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(line)::run)
        .withMessageContaining("cannot start a worker")
        .withMessageContaining(line.replaceAll("[^ -~]", "?"));
  }

  @Test
  void wrongToken_isAnError() throws Exception {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(HELLO.replace("TOKEN", "guess"))::run)
        .withMessageContaining("no worker of ours");
  }

  @Test
  void endBeforeTheGreeting_isAnErrorWithTheOutput() throws Exception {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign("END")::run)
        .withMessageContaining("ended before it was ready, with exit status 9")
        .withMessageContaining("strange worker leaves");
  }

  @Test
  void otherVersion_isAnError() throws Exception {
    Manifest manifest = RuntimeJar.manifest();
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
    Path plugin = directory.resolve("plugin.jar");
    RuntimeJar.build(
        plugin,
        manifest,
        RuntimeJar.classesOf(Coordinator.class),
        RuntimeJar.classesOf(CoordinatorProcess.class));
    assertThat(new CoordinatorProcess(campaign(HELLO)).classesFrom(plugin).run())
        .contains("ERROR the worker runs fuzz-runtime development, the plugin 1.2.3");
  }

  @Test
  void garbageForAnAnswer_isAnErrorAndNoFinding() throws Exception {
    TestCampaign campaign = campaign(HELLO, OPENED, "!garbage");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining("communicating with a worker")
        .withMessageContaining("!garbage");
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  @Test
  void wrongAnswer_isAnErrorAndNoFinding() throws Exception {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(HELLO, OPENED, "{\"closed\":{\"notices\":[]}}")::run)
        .withMessageContaining("a worker answered Closed");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(HELLO, OPENED, "{\"failed\":{\"message\":\"no way\"}}")::run)
        .withMessageContaining("a worker cannot go on")
        .withMessageContaining("no way");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(HELLO, "{\"closed\":{\"notices\":[]}}")::run)
        .withMessageContaining("cannot be set up");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"warmed\":{}}",
        "{\"warmed\":{\"fresh\":null}}",
        "{\"warmed\":{\"fresh\":[null]}}",
        "{\"fuzzed\":{\"executions\":1}}",
        "{\"minimized\":{\"reproduced\":true}}"
      })
  void incompleteAnswer_isAnErrorAndNoFinding(String line) throws Exception {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(HELLO, OPENED, line)::run)
        .withMessageContaining("communicating with a worker")
        .withMessageContaining(line.substring(0, 10));
  }

  @Test
  void answerAboutMoreThanWasAsked_isAnErrorAndNoFinding() throws Exception {
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign(HELLO, OPENED, "{\"warmed\":{\"fresh\":[[],[],[]]}}")::run)
        .withMessageStartingWith("a fault in maven-fuzz: ");
  }

  @Test
  void endlessAnswer_isAnErrorBeforeMemoryIsShort() throws Exception {
    CoordinatorProcess coordinator = new CoordinatorProcess(campaign(HELLO, OPENED, "ENDLESS"));
    assertThat(coordinator.arguments("-Xmx64m").run())
        .anyMatch(
            line ->
                line.matches(
                    "ERROR communicating with a worker: a message of more than \\d+ bytes, which this"
                        + " JVM's heap of 6\\d MB has no room for"))
        .noneMatch(line -> line.contains("OutOfMemoryError"));
  }

  @Test
  void halfAnAnswer_isAnErrorAndNoFinding() throws Exception {
    TestCampaign campaign = campaign(HELLO, OPENED, "HALF");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining("ended without running anything")
        .withMessageContaining("exit status 9");
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  /** Somebody may have had a reason; but not for ever. */
  @Test
  void workersThatAreKilled_areReplacedAFewTimes() throws Exception {
    TestCampaign early = campaign("KILLED");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(early::run)
        .withMessageContaining("a worker ended before it was ready, with exit status 137");
    assertThat(early.log().lines())
        .containsExactly(
            "W fuzz: a worker was terminated by unexpected signal: exit status 137 as it started;"
                + " starting another");
    TestCampaign idle = campaign(HELLO, OPENED, "KILLED");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(idle::run)
        .withMessageContaining(
            "ended without running anything, terminated by unexpected signal: exit status 137");
    assertThat(idle.log().lines())
        .filteredOn(line -> line.startsWith("W fuzz: a worker was terminated"))
        .hasSize(3);
    assertThat(TestCampaign.filesIn(idle.seeds())).isEmpty();
  }

  @Test
  void endInsteadOfAnAnswer_isAnErrorAsNothingWasRun() throws Exception {
    TestCampaign campaign = campaign(HELLO, OPENED, "END");
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(campaign::run)
        .withMessageContaining("ended without running anything")
        .withMessageContaining("exit status 9")
        .withMessageContaining("strange worker leaves");
    assertThat(TestCampaign.filesIn(campaign.seeds())).isEmpty();
  }

  private TestCampaign campaign(String... lines) throws Exception {
    return new TestCampaign(Searched.Counted.class, directory)
        .runtimeJar(jar())
        .arguments("-Dsays=" + String.join("\n", List.of(lines)))
        .executions(100);
  }
}
