// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JvmCrashTest {
  @TempDir Path directory;
  private Path errorFile;

  @BeforeEach
  void crash() throws Exception {
    errorFile = directory.resolve("hs_err");
    Files.writeString(
        errorFile,
        """
        #
        # A fatal error has been detected by the Java Runtime Environment:
        #
        #  SIGSEGV (0xb) at pc=0x00007f, pid=1, tid=2
        #
        # Problematic frame:
        # V  [libjvm.so+0xe3f2]  Unsafe_PutInt+0x12
        #

        Java frames: (J=compiled Java code, j=interpreted, Vv=VM code)
        j  acme.Parser.parse([B)V+5
        j  io.github.mavenfuzz.worker.TargetExecution.run()V+1

        """);
  }

  @Test
  void report_isReadAndKept() {
    Path reports = directory.resolve("reports");
    JvmCrash crash = JvmCrash.read(errorFile, reports);
    Path kept = reports.resolve("hs_err-" + crash.failure().identity() + ".log");
    assertThat(crash.suspected()).isFalse();
    assertThat(crash.failure().trace())
        .isEqualTo(
            """
            the JVM crashed: SIGSEGV (0xb)
            V  [libjvm.so+0xe3f2]  Unsafe_PutInt+0x12
            \tat acme.Parser.parse
            the JVM's own report is\s"""
                + kept);
    assertThat(kept).content().startsWith("#\n# A fatal error");
    assertThat(errorFile).doesNotExist();
  }

  /** Hidden classes are at another address in each JVM, and have that in their names. */
  @Test
  void addresses_makeNoDifference() throws Exception {
    String[] identities = new String[2];
    for (int i = 0; i < identities.length; i++) {
      String hidden =
          "j  java.lang.invoke.LambdaForm$MH+0x00007f645509280%d.invokeStatic(Ljava/lang/Object;)V+7\n"
              + "j  acme.Parser$$Lambda/0x00007f64550928%d0.run()V+1\n"
              + "j  io.github";
      String lines = Files.readString(errorFile).replace("j  io.github", hidden.formatted(i, i));
      Path file = Files.writeString(directory.resolve("hs_err" + i), lines);
      JvmCrash crash = JvmCrash.read(file, directory.resolve("reports"));
      assertThat(crash.failure().trace())
          .contains("\tat acme.Parser.parse\n\tat acme.Parser$$Lambda.run\nthe JVM");
      identities[i] = crash.failure().identity();
    }
    assertThat(identities[0]).isEqualTo(identities[1]);
  }

  /** The disk may be full. */
  @Test
  void report_thatCannotBeKeptIsReadAllTheSame() throws Exception {
    Path kept = directory.resolve("reports");
    String identity =
        JvmCrash.read(Files.copy(errorFile, kept.resolveSibling("same")), kept)
            .failure()
            .identity();
    Path reports = Files.createFile(directory.resolve("no-directory"));
    JvmCrash crash = JvmCrash.read(errorFile, reports);
    assertThat(crash.failure().identity()).isEqualTo(identity);
    assertThat(crash.failure().trace())
        .contains("\tat acme.Parser.parse\n")
        .contains("the JVM's own report cannot be kept: ");
  }

  @Test
  void noReport_isNoCrash() {
    assertThat(JvmCrash.read(directory.resolve("none"), directory)).isNull();
  }
}
