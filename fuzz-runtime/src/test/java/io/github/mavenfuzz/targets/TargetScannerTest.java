// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class TargetScannerTest {
  @TempDir Path directory;

  private Path classes;

  @BeforeEach
  void declareTheAnnotation() throws IOException {
    classes = directory.resolve("test-classes");
    compile(
        "io/github/mavenfuzz/api/FuzzTest",
        "package io.github.mavenfuzz.api; public @interface FuzzTest {}");
  }

  @Test
  void scan_findsAnnotatedMethodsInOrder() throws IOException {
    compile(
        "acme/ATest",
        "class ATest { @FuzzTest void b(String s, int i) {} @FuzzTest void a(byte[] b) {} void"
            + " c(int i) {} }");

    assertThat(TargetScanner.scan(classes))
        .extracting(FoundTarget::declaration)
        .containsExactly("ATest#b(String, int)", "ATest#a(byte[])");
    assertThat(TargetScanner.scan(classes).get(0).id())
        .isEqualTo(
            new TargetId(TargetId.Kind.FUZZ_TEST, "acme.ATest", "b", "(Ljava/lang/String;I)V"));
  }

  @Test
  void scan_findsComposedAnnotations() throws IOException {
    compile("acme/Deep", "@FuzzTest @interface Deep {}");
    compile("acme/Composed", "@Deep @interface Composed {}");
    compile("acme/ATest", "class ATest { @Composed void a(int i) {} }");

    assertThat(declarations()).containsExactly("ATest#a(int)");
  }

  @Test
  void scan_findsInheritedMethodsThatAreNotOverridden() throws IOException {
    compile("acme/Defaults", "interface Defaults { @FuzzTest default void d(long l) {} }");
    compile(
        "acme/Base",
        "abstract class Base<T> { @FuzzTest void kept(int i) {} @FuzzTest void gone(int i) {}"
            + " @FuzzTest abstract void made(int i); abstract void of(T t); }");
    compile(
        "acme/ATest",
        "class ATest extends Base<String> implements Defaults { void gone(int i) {} @Override"
            + " @FuzzTest void made(int i) {} @Override @FuzzTest void of(String s) {} }");

    assertThat(declarations())
        .containsExactly("ATest#made(int)", "ATest#of(String)", "ATest#kept(int)", "ATest#d(long)");
    assertThat(TargetScanner.scan(classes)).allMatch(target -> target.problem() == null);
  }

  @Test
  void scan_findsNestedButNotLocalClasses() throws IOException {
    compile(
        "acme/Outer",
        "class Outer { class Inner { @FuzzTest void a(int i) {} }"
            + " Object o() { return new Object() { @FuzzTest void b(int i) {} }; } }");

    assertThat(declarations()).containsExactly("Outer$Inner#a(int)");
  }

  @Test
  void scan_saysWhatCannotBeFuzzed() throws IOException {
    compile(
        "acme/ATest",
        "class ATest { @FuzzTest void a(java.util.List<String> l) {} @FuzzTest void b() {}"
            + " @FuzzTest private void c(int i) {} @FuzzTest int d(int i) { return i; } }");

    List<FoundTarget> found = TargetScanner.scan(classes);
    assertThat(found.get(0).declaration()).isEqualTo("ATest#a(List)");
    assertThat(found.get(0).problem()).contains("unsupported parameter type java.util.List");
    assertThat(found.get(1).problem()).contains("no parameter");
    assertThat(found.get(2).problem()).contains("neither private nor static");
    assertThat(found.get(3).problem()).contains("must return void");
  }

  @Test
  void scan_saysWhichShareTheirFiles() throws IOException {
    compile("acme/Base", "abstract class Base { @FuzzTest void b(int i) {} void d(int i) {} }");
    compile(
        "acme/ATest",
        "class ATest extends Base { @FuzzTest void a(int i) {} @FuzzTest void a(long l) {}"
            + " @FuzzTest void b(long l) {} @FuzzTest void c(int i) {} void c(long l) {}"
            + " @FuzzTest void d(long l) {} @FuzzTest void fuzzerTestOneInput(String s) {}"
            + " public static void fuzzerTestOneInput(byte[] b) {} }");
    compile("acme/BTest", "class BTest { @FuzzTest void a(int i) {} }");

    assertThat(TargetScanner.scan(classes))
        .filteredOn(target -> target.problem() != null)
        .extracting(FoundTarget::declaration)
        .containsExactly(
            "ATest#a(int)",
            "ATest#a(long)",
            "ATest#b(long)",
            "ATest#fuzzerTestOneInput(String)",
            "ATest#b(int)",
            "ATest#fuzzerTestOneInput(byte[])");
    assertThat(TargetScanner.scan(classes).get(0).problem())
        .isEqualTo(
            "acme.ATest has several targets named a, which would share their corpus files:"
                + " give them different names");
  }

  /** Which no compiler writes. */
  @Test
  void scan_refusesNamesThatLeaveTheirDirectoryOrRewriteTheLog() throws IOException {
    ClassWriter type = new ClassWriter(0);
    type.visit(Opcodes.V17, 0, "acme/ATest", null, "java/lang/Object", null);
    for (String name : List.of("../../up", "..", "back\\slash", "red\u001b[31m", "fine-name")) {
      MethodVisitor method = type.visitMethod(0, name, "(I)V", null, null);
      method.visitAnnotation("Lio/github/mavenfuzz/api/FuzzTest;", true).visitEnd();
      method.visitEnd();
    }
    type.visitEnd();
    Files.write(classes.resolve("ATest.class"), type.toByteArray());
    ClassWriter up = new ClassWriter(0);
    up.visit(Opcodes.V17, 0, "..", null, "java/lang/Object", null);
    int publicStatic = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    up.visitMethod(publicStatic, "fuzzerTestOneInput", "([B)V", null, null).visitEnd();
    up.visitEnd();
    Files.write(classes.resolve("up.class"), up.toByteArray());

    List<FoundTarget> found = TargetScanner.scan(classes);
    assertThat(found)
        .filteredOn(target -> target.problem() == null)
        .extracting(FoundTarget::declaration)
        .containsExactly("ATest#fine-name(int)");
    assertThat(found)
        .filteredOn(target -> target.problem() != null)
        .allMatch(target -> target.problem().equals("no directory can have its name"))
        .extracting(FoundTarget::declaration)
        .contains("ATest#red?[31m(int)", "ATest#../../up(int)")
        .hasSize(5);
  }

  @Test
  void scan_findsStaticTargets() throws IOException {
    compile("acme/Plain", "class Plain { public static void fuzzerTestOneInput(byte[] b) {} }");
    compile("acme/Hidden", "class Hidden { static void fuzzerTestOneInput(byte[] b) {} }");

    assertThat(TargetScanner.scan(classes))
        .extracting(FoundTarget::id)
        .containsExactly(
            new TargetId(TargetId.Kind.STATIC, "acme.Plain", "fuzzerTestOneInput", "([B)V"));
  }

  @Test
  void scan_findsNothingWhereThereIsNothing() throws IOException {
    assertThat(TargetScanner.scan(directory.resolve("missing"))).isEmpty();
  }

  @Test
  void scan_rejectsWhatIsNoClassFile() throws IOException {
    Files.write(classes.resolve("Broken.class"), new byte[] {1, 2, 3});

    assertThatThrownBy(() -> TargetScanner.scan(classes))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Broken.class")
        .hasMessageContaining("mvn clean test-compile");
  }

  @Test
  void findStatic_looksIntoDirectoriesAndJars() throws IOException {
    compile("acme/Plain", "class Plain { public static void fuzzerTestOneInput(byte[] b) {} }");
    Path jar = directory.resolve("some.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out)) {
      entries.putNextEntry(new ZipEntry("acme/Plain.class"));
      entries.write(Files.readAllBytes(classes.resolve("acme/Plain.class")));
    }
    Path missing = directory.resolve("missing");

    assertThat(TargetScanner.findStatic("acme.Plain", List.of(missing, classes))).isPresent();
    assertThat(TargetScanner.findStatic("acme.Plain", List.of(missing, jar))).isPresent();
    assertThat(TargetScanner.findStatic("acme.Other", List.of(classes, jar))).isEmpty();
  }

  private List<String> declarations() throws IOException {
    return TargetScanner.scan(classes).stream().map(FoundTarget::declaration).toList();
  }

  private void compile(String name, String source) throws IOException {
    Path file = directory.resolve("src").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    String header =
        source.startsWith("package")
            ? ""
            : "package acme; import io.github.mavenfuzz.api.FuzzTest; ";
    Files.writeString(file, header + source);
    Files.createDirectories(classes);
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-d", classes.toString(), "-cp", classes.toString()));
    arguments.add(file.toString());
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(status).isZero();
  }
}
