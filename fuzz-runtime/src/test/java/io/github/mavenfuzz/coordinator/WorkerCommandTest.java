// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mavenfuzz.protocol.Instrumentation;
import io.github.mavenfuzz.protocol.SharedMemory;
import io.github.mavenfuzz.protocol.WorkerSettings;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is around a worker process: its command, its directory, its output. */
class WorkerCommandTest {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final List<String> VARIABLES =
      List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  private static final Path ERRORS = Path.of("/w/100%.hs_err");

  @TempDir Path directory;
  private int memories;

  private List<String> arguments(List<String> given) throws Exception {
    return arguments(given, Map.of());
  }

  private List<String> arguments(List<String> given, Map<String, String> environment)
      throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    for (String variable : VARIABLES) {
      all.putIfAbsent(variable, "");
    }
    Path file = directory.resolve("args");
    WorkerJvm jvm =
        new WorkerJvm(
            JAVA,
            Path.of("/m2/fuzz-runtime.jar"),
            given,
            List.of(Path.of("/p/test-classes"), Path.of("/p/a.jar")),
            Map.of("key", "value"),
            all,
            directory,
            300);
    ProcessBuilder command = WorkerCommand.of(jvm, Path.of("/w/settings.json"), file, ERRORS);
    assertThat(command.command()).containsExactly(JAVA.toString(), "@" + file);
    assertThat(command.directory()).isEqualTo(directory.toFile());
    assertThat(command.redirectErrorStream()).isTrue();
    return Files.readAllLines(file);
  }

  @Test
  void arguments_areInTheirOrder() throws Exception {
    assertThat(arguments(List.of("-Dx=1")))
        .containsExactly(
            "\"-javaagent:/m2/fuzz-runtime.jar=/w/settings.json\"",
            "\"-XX:ErrorFile=/w/100%%.hs_err\"",
            "\"-enableassertions\"",
            "\"-XX:-OmitStackTraceInFastThrow\"",
            "\"-XX:+UseSerialGC\"",
            "\"-XX:MinHeapDeltaBytes=64m\"",
            "\"-XX:MaxHeapFreeRatio=100\"",
            "\"-Xms200m\"",
            "\"-Xmx300m\"",
            "\"-Dx=1\"",
            "\"-Dkey=value\"",
            "\"-cp\"",
            "\"/m2/fuzz-runtime.jar"
                + File.pathSeparator
                + "/p/test-classes"
                + File.pathSeparator
                + "/p/a.jar\"",
            "\"io.github.mavenfuzz.worker.WorkerMain\"",
            "\"/w/settings.json\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseZGC", "-XX:+UseParallelGC", "-XX:+UseEpsilonGC"})
  void collectorOfTheUsers_wins(String argument) throws Exception {
    assertThat(arguments(List.of(argument)))
        .contains('"' + argument + '"')
        .doesNotContain("\"-XX:+UseSerialGC\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Xmx32m",
        "-Xms1g",
        "-Xmn8m",
        "-XX:MaxHeapSize=32m",
        "-XX:SoftMaxHeapSize=32m",
        "-XX:MaxNewSize=8m",
        "-XX:MaxRAM=1g",
        "-XX:MaxRAMPercentage=10",
        "-XX:+AggressiveHeap"
      })
  void heapOfTheUsers_wins(String argument) throws Exception {
    assertThat(arguments(List.of(argument)))
        .contains('"' + argument + '"')
        .doesNotContain("\"-Xms200m\"", "\"-Xmx300m\"");
  }

  @Test
  void environmentOfTheUsers_wins() throws Exception {
    for (String variable : VARIABLES) {
      assertThat(arguments(List.of(), Map.of(variable, "-Da=b  -XX:+UseG1GC -Xmx32m")))
          .doesNotContain("\"-XX:+UseSerialGC\"", "\"-Xms200m\"", "\"-Xmx300m\"", "\"-Da=b\"");
    }
  }

  @Test
  void heap_isTheJvmsOwnWithoutALimit() throws Exception {
    Path file = directory.resolve("args");
    WorkerCommand.of(jvm(Map.of()).withHeap(0), directory, file, ERRORS);
    assertThat(Files.readString(file)).contains("-Xms200m").doesNotContain("-Xmx");
    WorkerCommand.of(jvm(Map.of()).withHeap(270), directory, file, ERRORS);
    assertThat(Files.readString(file)).contains("-Xmx270m");
  }

  @Test
  void heap_isAShareOfTheMemory() {
    long gibibyte = 1L << 30;
    assertThat(WorkerHeap.mebibytes(16 * gibibyte, 4, 1)).isEqualTo(1024);
    assertThat(WorkerHeap.mebibytes(16 * gibibyte, 8, 1 << 20)).isEqualTo(512);
    assertThat(WorkerHeap.mebibytes(gibibyte, 8, 1)).isEqualTo(256);
    assertThat(WorkerHeap.mebibytes(gibibyte, 8, 8 << 20)).isEqualTo(8 * 96);
    assertThat(WorkerHeap.mebibytes(1024 * gibibyte, 1, 1)).isEqualTo(2048);
    assertThat(WorkerHeap.mebibytes(1, 1)).isGreaterThanOrEqualTo(256);
  }

  @Test
  void assertions_canBeTurnedOff() throws Exception {
    List<String> arguments = arguments(List.of("-disableassertions"));
    assertThat(arguments.indexOf("\"-disableassertions\""))
        .isGreaterThan(arguments.indexOf("\"-enableassertions\""));
  }

  @Test
  void shortLives_areAsTheUserSays() throws Exception {
    Path file = directory.resolve("args");
    WorkerJvm jvm = jvm(List.of("-XX:TieredStopAtLevel=4"), Map.of()).forShortLives();
    WorkerCommand.of(jvm, directory, file, ERRORS);
    assertThat(Files.readAllLines(file))
        .containsSubsequence("\"-XX:TieredStopAtLevel=1\"", "\"-XX:TieredStopAtLevel=4\"");
  }

  private WorkerJvm jvm(Map<String, String> properties) {
    return jvm(List.of(), properties);
  }

  private WorkerJvm jvm(List<String> arguments, Map<String, String> properties) {
    return new WorkerJvm(
        JAVA, RuntimeJar.path(), arguments, List.of(), properties, Map.of(), directory, 0);
  }

  /** Whatever the locale of this JVM is. */
  @Test
  void propertiesBeyondTheEncoding_areInTheSettings() throws Exception {
    Map<String, String> properties = Map.of("echo", "f\u00fcr \u4f60", "plain", "ascii");
    WorkerJvm jvm =
        new WorkerJvm(
            JAVA,
            RuntimeJar.path(),
            List.of(),
            List.of(RuntimeJar.classesOf(Echo.class)),
            properties,
            Map.of("ECHO", "en vironment"),
            directory,
            0);
    Map<String, String> unencodable = WorkerCommand.unencodable(jvm, StandardCharsets.US_ASCII);
    assertThat(unencodable).containsOnlyKeys("echo");
    assertThat(WorkerCommand.unencodable(jvm, StandardCharsets.UTF_8)).isEmpty();
    Path settings = directory.resolve("settings");
    new WorkerSettings(
            "", "", "", 60_000, 0, Instrumentation.HOOKS, List.of(), List.of(), unencodable)
        .write(settings);
    Path file = directory.resolve("args");
    ProcessBuilder command =
        WorkerCommand.of(jvm, settings, file, ERRORS, StandardCharsets.US_ASCII);
    assertThat(Files.readString(file)).contains("-Dplain=ascii").doesNotContain("-Decho");
    assertThat(echoed(command, file)).isEqualTo(properties.get("echo").chars().boxed().toList());
  }

  @Test
  void othersBeyondTheEncoding_areAnError() {
    Path file = directory.resolve("args");
    WorkerJvm argument =
        new WorkerJvm(
            JAVA,
            Path.of("a.jar"),
            List.of("-Da=\u00fc"),
            List.of(),
            Map.of(),
            Map.of(),
            directory,
            0);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(
            () -> WorkerCommand.of(argument, directory, file, ERRORS, StandardCharsets.US_ASCII))
        .withMessageStartingWith("the JVM argument (-Da=\u00fc) of workers has characters")
        .withMessageContaining("US-ASCII")
        .withMessageEndingWith("run Maven in a UTF-8 locale, such as with LC_ALL=C.UTF-8");
    assumeTrue(WorkerCommand.encoding().newEncoder().canEncode('\u00fc'));
    WorkerJvm classPath =
        new WorkerJvm(
            JAVA,
            Path.of("a.jar"),
            List.of(),
            List.of(Path.of("/p/b.jar"), Path.of("/p/\u00fc.jar")),
            Map.of(),
            Map.of(),
            directory,
            0);
    assertThatExceptionOfType(CoordinatorException.class)
        .isThrownBy(
            () -> WorkerCommand.of(classPath, directory, file, ERRORS, StandardCharsets.US_ASCII))
        .withMessageStartingWith("the class path element (/p/\u00fc.jar) of workers has");
  }

  /** Prints what arrives, one argument per line, escaped. */
  public static final class Echo {
    private Echo() {}

    public static void premain(String arguments) {}

    public static void main(String[] unused) {
      StringBuilder text = new StringBuilder();
      System.getProperty("echo").chars().forEach(c -> text.append(c).append(' '));
      System.out.println(text);
      System.out.println(System.getenv("ECHO"));
    }
  }

  @Test
  void java_getsWhateverWasMeant() throws Exception {
    boolean unicode =
        Charset.forName(System.getProperty("sun.jnu.encoding")).newEncoder().canEncode('\u00e4');
    String value = "a  b\t\"c\" \\d\\\\ 'e' #f %g $h @i * \r\n" + (unicode ? "\u00e4" : "") + " ";
    Path jar = directory.resolve("a jar's.jar");
    RuntimeJar.build(jar, RuntimeJar.classesOf(Echo.class), Echo.class.getName());
    WorkerJvm jvm =
        new WorkerJvm(
            JAVA,
            jar,
            List.of(),
            List.of(),
            Map.of("echo", value),
            Map.of("ECHO", "en vironment"),
            directory,
            0);
    Path file = directory.resolve("args file");
    ProcessBuilder command = WorkerCommand.of(jvm, directory.resolve("set tings"), file, ERRORS);
    assertThat(echoed(command, file)).isEqualTo(value.chars().boxed().toList());
  }

  /** The characters of the property {@code echo} in a JVM that runs {@link Echo} instead. */
  private static List<Integer> echoed(ProcessBuilder command, Path file) throws Exception {
    String arguments = Files.readString(file, WorkerCommand.encoding());
    Files.writeString(
        file,
        arguments.replace("io.github.mavenfuzz.worker.WorkerMain", Echo.class.getName()),
        WorkerCommand.encoding());
    Process process = command.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
            .lines()
            .toList();
    assertThat(process.waitFor()).as(lines.toString()).isZero();
    assertThat(lines.get(1)).isEqualTo("en vironment");
    return Arrays.stream(lines.get(0).trim().split(" ")).map(Integer::valueOf).toList();
  }

  @Test
  void workDirectory_isPrivateShortAndGoneInTheEnd() throws Exception {
    Path inside;
    try (WorkDirectory work = WorkDirectory.create()) {
      inside = work.resolve("worker-0-1.sock");
      assertThat(inside.toString()).hasSizeLessThan(104);
      assertThat(inside.getParent()).isDirectory();
      assertThat(Files.getPosixFilePermissions(inside.getParent()))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE", "OWNER_EXECUTE");
      Files.createDirectory(work.resolve("sub"));
      Files.writeString(work.resolve("sub/file"), "x");
    }
    assertThat(inside.getParent()).doesNotExist();
  }

  @Test
  void workDirectory_isClosedTwiceWithoutHarm() throws Exception {
    WorkDirectory work = WorkDirectory.create();
    work.close();
    work.close();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> Files.writeString(work.resolve("a"), "b"));
  }

  @Test
  void outputTail_keepsTheEnd() throws Exception {
    assertThat(tail(new byte[0])).isEmpty();
    assertThat(tail("a\nb".getBytes(StandardCharsets.UTF_8))).isEqualTo("a\nb");
    assertThat(tail("\u00e4".getBytes(StandardCharsets.UTF_8))).isEqualTo("\u00e4");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      lines.append(i).append('\n');
    }
    String text = lines.toString();
    assertThat(tail(text.getBytes(StandardCharsets.US_ASCII)))
        .hasSize(1 << 14)
        .isEqualTo(text.substring(text.length() - (1 << 14)));
  }

  private SharedMemory memory() throws IOException {
    return SharedMemory.create(directory.resolve("memory-" + memories++), 10);
  }

  @Test
  void outputTail_hasWhatTheTargetPrintsToo() throws Exception {
    SharedMemory memory = memory();
    memory.print("out\u001b".getBytes(StandardCharsets.UTF_8), 0, 4);
    byte[] piped = "GC".getBytes(StandardCharsets.UTF_8);
    OutputTail tail = new OutputTail(new ByteArrayInputStream(piped), memory, "output");
    tail.await();
    assertThat(tail.text()).isEqualTo("GC\nout\\u001b");
  }

  private String tail(byte[] output) throws IOException {
    OutputTail tail = new OutputTail(new ByteArrayInputStream(output), memory(), "output");
    tail.await();
    return tail.text();
  }

  @Test
  void outputTail_survivesABrokenPipe() throws Exception {
    List<Integer> bytes = new ArrayList<>(List.of((int) 'a', (int) 'b'));
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            if (bytes.isEmpty()) {
              throw new IOException("Stream closed");
            }
            return bytes.remove(0);
          }

          @Override
          public int read(byte[] buffer, int offset, int length) throws IOException {
            buffer[offset] = (byte) read();
            return 1;
          }
        };
    OutputTail tail = new OutputTail(broken, memory(), "output");
    tail.await();
    assertThat(tail.text()).isEqualTo("ab");
  }
}
