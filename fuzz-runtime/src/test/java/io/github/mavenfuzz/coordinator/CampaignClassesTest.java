// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.PrivateKeyEntry;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import jdk.security.jarsigner.JarSigner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Classes as today's compiler writes them, and as others ship them. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CampaignClassesTest {
  private static final String TARGET =
      """
      package acme;

      public class Vault {
        public static void fuzzerTestOneInput(byte[] data) {
          Dial.turn(data);
        }
      }
      """;

  /** Nobody opens it by chance. */
  private static final String DIAL =
      """
      package acme;

      class Dial {
        static void turn(byte[] data) {
          if (data.length > 3 && data[0] == 'o') {
            if (data[1] == 'p') {
              if (data[2] == 'e') {
                if (data[3] == 'n') {
                  throw new IllegalStateException(
                      "signers: " + (Dial.class.getSigners() == null ? 0 : 1)
                          + ", sealed: " + Dial.class.getPackage().isSealed());
                }
              }
            }
          }
        }
      }
      """;

  @TempDir static Path shared;
  private static Path classes;

  @TempDir Path directory;

  @BeforeAll
  static void compile() throws Exception {
    classes = Files.createDirectory(shared.resolve("classes"));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                classes.toString(),
                Files.writeString(shared.resolve("Vault.java"), TARGET).toString(),
                Files.writeString(shared.resolve("Dial.java"), DIAL).toString());
    assertThat(status).isZero();
  }

  @Test
  void classes_ofTheRunningJavaAreFuzzed() throws Exception {
    try (DataInputStream file =
        new DataInputStream(Files.newInputStream(classes.resolve("acme/Dial.class")))) {
      assertThat(file.readInt()).isEqualTo(0xCAFEBABE);
      assertThat(file.readUnsignedShort()).isZero();
      assertThat(file.readUnsignedShort()).isEqualTo(44 + Runtime.version().feature());
    }
    assertOpened(classes, "signers: 0, sealed: false");
  }

  @Test
  void classes_ofASealedJarAreFuzzed() throws Exception {
    Manifest manifest = RuntimeJar.manifest();
    manifest.getMainAttributes().put(Attributes.Name.SEALED, "true");
    Path jar = directory.resolve("sealed.jar");
    RuntimeJar.build(jar, manifest, classes);
    assertOpened(jar, "signers: 0, sealed: true");
  }

  @Test
  void classes_ofASignedJarAreFuzzed() throws Exception {
    Path unsigned = directory.resolve("unsigned.jar");
    RuntimeJar.build(unsigned, RuntimeJar.manifest(), classes);
    Path jar = directory.resolve("signed.jar");
    try (ZipFile in = new ZipFile(unsigned.toFile());
        OutputStream out = Files.newOutputStream(jar)) {
      new JarSigner.Builder(key()).build().sign(in, out);
    }
    assertOpened(jar, "signers: 1, sealed: false");
  }

  /** Somebody's key, which only the tool of this JDK can make. */
  private PrivateKeyEntry key() throws Exception {
    Path store = directory.resolve("keys");
    String password = "secret";
    Process tool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "acme",
                "-dname",
                "CN=acme",
                "-keyalg",
                "EC",
                "-keystore",
                store.toString(),
                "-storepass",
                password)
            .redirectErrorStream(true)
            .start();
    String output = tool.inputReader().lines().toList().toString();
    assertThat(tool.waitFor()).as(output).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(store)) {
      keys.load(file, password.toCharArray());
    }
    return (PrivateKeyEntry) keys.getEntry("acme", new PasswordProtection(password.toCharArray()));
  }

  private void assertOpened(Path classPath, String message) throws Exception {
    TestCampaign campaign =
        new TestCampaign("acme.Vault", directory)
            .classPath(List.of(classPath))
            .filter(List.of("acme.**"), List.of())
            .executions(10_000_000);
    Finding finding = campaign.run().finding();
    assertThat(finding.summary()).isEqualTo("java.lang.IllegalStateException: " + message);
    assertThat(finding.trace()).contains("\tat acme.Dial.turn(Dial.java:");
    assertThat(TestCampaign.bytesOf(finding.file())).asString().isEqualTo("open");
    assertThat(campaign.log().lines()).noneMatch(line -> line.startsWith("W fuzz"));
  }
}
