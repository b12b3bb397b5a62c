// SPDX-License-Identifier: Apache-2.0
package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A small project with one fuzz test, and Maven to run on it. */
final class MavenProject {
  private static final String POM =
      """
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <modelVersion>4.0.0</modelVersion>
        <groupId>bench</groupId>
        <artifactId>small</artifactId>
        <version>1</version>
        <properties>
          <maven.compiler.source>17</maven.compiler.source>
          <maven.compiler.target>17</maven.compiler.target>
          <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
        </properties>
        <dependencies>
          <dependency>
            <groupId>io.github.mavenfuzz</groupId>
            <artifactId>fuzz-runtime</artifactId>
            <version>@version@</version>
            <scope>test</scope>
          </dependency>
          <dependency>
            <groupId>org.junit.jupiter</groupId>
            <artifactId>junit-jupiter</artifactId>
            <version>@junit@</version>
            <scope>test</scope>
          </dependency>
        </dependencies>
        <build>
          <plugins>
            <plugin>
              <groupId>io.github.mavenfuzz</groupId>
              <artifactId>fuzz-maven-plugin</artifactId>
              <version>@version@</version>
            </plugin>
          </plugins>
        </build>
      </project>
      """;

  private static final String TEST =
      """
      package small;

      import io.github.mavenfuzz.api.FuzzTest;

      class SmallTest {
        @FuzzTest
        void neverFails(String text) {}
      }
      """;

  private final Path directory;

  private MavenProject(Path directory) {
    this.directory = directory;
  }

  static MavenProject create(Path work) throws IOException {
    Path directory = Files.createTempDirectory(work, "maven");
    Files.writeString(
        directory.resolve("pom.xml"),
        POM.replace("@version@", System.getProperty("bench.version"))
            .replace("@junit@", System.getProperty("bench.junit")));
    Path source = directory.resolve("src/test/java/small");
    Files.createDirectories(source);
    Files.writeString(source.resolve("SmallTest.java"), TEST);
    return new MavenProject(directory);
  }

  MeasuredProcess.Ended run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("bench.maven"));
    command.add("-B");
    command.add("-Dfuzz.cachedir=" + directory.resolve("cache"));
    command.addAll(List.of(arguments));
    return MeasuredProcess.run(directory, command);
  }
}
