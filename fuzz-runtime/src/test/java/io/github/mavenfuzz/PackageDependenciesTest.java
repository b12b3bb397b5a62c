// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import io.github.mavenfuzz.api.Dictionary;
import io.github.mavenfuzz.comparison.ComparisonLog;
import io.github.mavenfuzz.coverage.JacocoInstrumenter;
import io.github.mavenfuzz.interception.Strays;
import io.github.mavenfuzz.worker.FuzzTarget;
import io.github.mavenfuzz.worker.FuzzThread;
import io.github.mavenfuzz.worker.Session;
import io.github.mavenfuzz.worker.TargetHost;
import io.github.mavenfuzz.worker.WorkerAgent;
import io.github.mavenfuzz.worker.WorkerMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * Holds the architecture. Every rule is checked twice: on the code as it is, and on a class that
 * breaks it, since a rule that cannot fail holds nothing.
 */
class PackageDependenciesTest {

  /** The whole architecture, one line per package: which others it may use. */
  private static final Map<String, Set<String>> ALLOWED =
      Map.ofEntries(
          entry("api", "junit"),
          entry("comparison"),
          entry("corpus"),
          entry("coverage"),
          entry("interception"),
          entry("time"),
          entry("mutation", "comparison", "corpus"),
          entry("inference", "comparison", "mutation"),
          entry("targets", "corpus"),
          entry("protocol", "comparison", "coverage", "targets"),
          entry(
              "worker",
              "comparison",
              "corpus",
              "coverage",
              "inference",
              "interception",
              "mutation",
              "protocol",
              "targets"),
          entry(
              "coordinator",
              "comparison",
              "corpus",
              "coverage",
              "mutation",
              "protocol",
              "targets",
              "time"),
          entry("junit", "api", "corpus", "targets", "time", "worker"));

  /** What a host of targets needs of the worker. */
  private static final Class<?>[] DOOR = {
    FuzzTarget.class, FuzzThread.class, Session.class, TargetHost.class
  };

  /** Which ends a test's JVM as the last resort, and says so. */
  private static final String STREAMS = ".*\\.worker\\.StandardStreams";

  private static final String TIME_LIMIT = ".*\\.junit\\.TimeLimit(\\$.*)?";

  private static final String ROOT = "io.github.mavenfuzz";

  private static final Path MAIN_CLASSES = locationOf(WorkerMain.class);

  private static final JavaClasses MAIN = new ClassFileImporter().importPath(MAIN_CLASSES);

  @TempDir Path added;

  @Test
  void packages_useOnlyWhatTheTableAllows() {
    ArchRule rule = classes().should(satisfy("use only allowed packages", this::checkArrows));
    assertHolds(rule);
    assertBrokenBy(rule, "worker", "class Bad { io.github.mavenfuzz.coordinator.Budget b; }");
    assertBrokenBy(rule, "coordinator", "class Bad { io.github.mavenfuzz.worker.Session s; }");
    assertBrokenBy(rule, "corpus", "class Bad { io.github.mavenfuzz.protocol.Content c; }");
    assertBrokenBy(rule, "unlisted", "class Bad {}");
  }

  private static Map.Entry<String, Set<String>> entry(String name, String... allowed) {
    return Map.entry(name, Set.of(allowed));
  }

  /** An arrow that nobody needs any more would be taken for one that somebody may use. */
  @Test
  void table_allowsOnlyWhatIsUsed() {
    ALLOWED.forEach(
        (name, allowed) -> {
          Set<String> used = new TreeSet<>();
          for (JavaClass type : MAIN.that(resideInAPackage(ROOT + "." + name + ".."))) {
            type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .filter(PackageDependenciesTest::isOurs)
                .forEach(target -> used.add(packageOf(target)));
          }
          assertThat(used).as(name).containsAll(allowed);
        });
  }

  @Test
  void packages_haveNoCycles() {
    // FuzzTest has to name what runs it, which reads the other annotation.
    ArchRule rule =
        slices()
            .matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(ROOT + ".junit"), belongToAnyOf(Dictionary.class));
    assertHolds(rule);
    Path closing = compile("corpus", "class Bad { io.github.mavenfuzz.mutation.Value v; }");
    JavaClasses withCycle = new ClassFileImporter().importPaths(MAIN_CLASSES, closing);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> rule.check(withCycle))
        .withMessageContaining("Bad.v");
  }

  @Test
  void libraries_areKnownToOnePackageEach() {
    ArchRule jacoco =
        noClasses()
            .that()
            .doNotBelongToAnyOf(JacocoInstrumenter.class)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jacoco..");
    assertHolds(jacoco);
    assertBrokenBy(jacoco, "coverage", "class Bad { org.jacoco.core.JaCoCo j; }");
    assertLibraryIsOf("com.google.gson", "com.google.gson.Gson", "protocol");
    assertLibraryIsOf(
        "org.objectweb.asm", "org.objectweb.asm.Type", "comparison", "interception", "targets");
    assertLibraryIsOf("org.junit", "org.junit.jupiter.api.TestInfo", "api", "junit");
  }

  private void assertLibraryIsOf(String library, String type, String... packages) {
    String[] users = Arrays.stream(packages).map(p -> ROOT + "." + p).toArray(String[]::new);
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackages(users)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + "..");
    assertHolds(rule);
    assertBrokenBy(rule, "coordinator", "class Bad { " + type + " t; }");
  }

  @Test
  void worker_isEnteredByItsDoorOnly() {
    ArchRule rule =
        noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".worker")
            .should()
            .dependOnClassesThat(resideInAPackage(ROOT + ".worker").and(not(belongToAnyOf(DOOR))));
    assertHolds(rule);
    assertBrokenBy(rule, "junit", "class Bad { io.github.mavenfuzz.worker.WorkerMain w; }");
  }

  @Test
  void standardStreamsAndExit_belongToFewClasses() {
    ArchRule streams =
        noClasses()
            .that()
            .doNotBelongToAnyOf(WorkerMain.class)
            .and()
            .haveNameNotMatching(TIME_LIMIT)
            .and()
            .haveNameNotMatching(STREAMS)
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
    assertHolds(streams);
    assertBrokenBy(streams, "worker", "class Bad { void f() { System.out.println(); } }");
    assertBrokenBy(streams, "worker", "class Bad { void f() { System.err.println(); } }");
    assertBrokenBy(streams, "worker", "class Bad { void f(Exception e) { e.printStackTrace(); } }");
    ArchRule exit =
        noClasses()
            .that()
            .doNotBelongToAnyOf(WorkerMain.class, Strays.class)
            .and()
            .haveNameNotMatching(TIME_LIMIT)
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);
    assertHolds(exit);
    assertBrokenBy(exit, "worker", "class Bad { void f() { System.exit(0); } }");
    assertBrokenBy(exit, "worker", "class Bad { void f() { Runtime.getRuntime().halt(0); } }");
  }

  @Test
  void systemProperties_areSetByTheAgentOnly() {
    ArchRule rule =
        noClasses()
            .that()
            .doNotBelongToAnyOf(WorkerAgent.class)
            .should()
            .callMethod(System.class, "setProperty", String.class, String.class)
            .orShould()
            .callMethod(System.class, "clearProperty", String.class)
            .orShould()
            .callMethod(System.class, "setProperties", java.util.Properties.class);
    assertHolds(rule);
    assertBrokenBy(
        rule, "coordinator", "class Bad { String s = System.setProperty(\"a\", \"\"); }");
  }

  /** What comes in a file or over a channel is parsed. */
  @Test
  void objects_areNeverDeserialized() {
    ArchRule rule =
        noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(ObjectInput.*|Externalizable)");
    assertHolds(rule);
    assertBrokenBy(rule, "corpus", "class Bad { java.io.ObjectInputStream in; }");
  }

  @Test
  void staticFields_holdNoState() {
    ArchRule rule =
        fields()
            .that()
            .areStatic()
            .and()
            .areNotDeclaredIn(WorkerAgent.class)
            .and()
            .areNotDeclaredIn(ComparisonLog.class)
            .should(satisfy("be final and immutable", PackageDependenciesTest::checkStatic));
    assertHolds(rule);
    assertBrokenBy(rule, "worker", "class Bad { static int count; }");
    assertBrokenBy(rule, "worker", "class Bad { static final TargetHost HOST = null; }");
    assertBrokenBy(
        rule, "worker", "class Bad { static final java.util.ArrayList<String> LIST = null; }");
    assertBrokenBy(
        rule,
        "worker",
        "class Bad { static final java.util.concurrent.atomic.AtomicLong COUNT = null; }");
  }

  @Test
  void packages_areNullMarked() {
    ArchRule rule = classes().should(satisfy("be null-marked", this::checkNullMarked));
    assertHolds(rule);
    assertBrokenBy(rule, "unmarked", "class Bad {}");
  }

  @Test
  void classNames_sayWhatTheClassIs() {
    ArchRule rule =
        noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Support|Constants)(\\$.*)?");
    assertHolds(rule);
    assertBrokenBy(rule, "worker", "final class BadUtils {}");
    assertBrokenBy(rule, "worker", "final class Bad { static final class StringHelper {} }");
  }

  @Test
  void classes_areFinalOrSealed() {
    ArchRule rule =
        classes()
            .that()
            .areNotInterfaces()
            .and()
            .areNotAnonymousClasses()
            .should(satisfy("be final or sealed", PackageDependenciesTest::checkFinal));
    assertHolds(rule);
    assertBrokenBy(rule, "worker", "class Bad {}");
    assertBrokenBy(rule, "worker", "abstract class Bad {}");
  }

  private void checkArrows(JavaClass type, ConditionEvents events) {
    String from = packageOf(type);
    if (!ALLOWED.containsKey(from)) {
      violated(events, type, type.getName() + ": its package is not in the table");
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      JavaClass target = dependency.getTargetClass();
      if (isOurs(target)) {
        String to = packageOf(target);
        if (!to.equals(from) && !ALLOWED.get(from).contains(to)) {
          violated(events, type, dependency.getDescription());
        }
      }
    }
  }

  private void checkNullMarked(JavaClass type, ConditionEvents events) {
    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
      violated(events, type, type.getName() + ": its package is not @NullMarked");
    }
  }

  private static void checkStatic(JavaField field, ConditionEvents events) {
    JavaClass type = field.getRawType();
    boolean ours = isOurs(type) && !type.isEnum() && !type.isRecord() && !type.isArray();
    boolean container =
        !type.isInterface()
            && (type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class));
    boolean state =
        ours
            || container
            || type.isAssignableTo(ThreadLocal.class)
            || type.getPackageName().startsWith("java.util.concurrent");
    boolean generated = field.getModifiers().contains(JavaModifier.SYNTHETIC);
    if (!generated && (state || !field.getModifiers().contains(JavaModifier.FINAL))) {
      violated(events, field.getOwner(), field.getFullName() + " is state");
    }
  }

  private static void checkFinal(JavaClass type, ConditionEvents events) {
    if (!type.getModifiers().contains(JavaModifier.FINAL) && !type.isEnum() && !isSealed(type)) {
      violated(events, type, type.getName() + " can be extended by anybody");
    }
  }

  /** ArchUnit does not know. */
  private static boolean isSealed(JavaClass type) {
    try (InputStream file = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      ClassNode node = new ClassNode();
      new ClassReader(file).accept(node, ClassReader.SKIP_CODE);
      return node.permittedSubclasses != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().startsWith(ROOT + ".");
  }

  private static String packageOf(JavaClass type) {
    return type.getPackageName().substring(ROOT.length() + 1);
  }

  private static void violated(ConditionEvents events, JavaClass type, String message) {
    events.add(SimpleConditionEvent.violated(type, message));
  }

  private static <T> ArchCondition<T> satisfy(String name, BiConsumer<T, ConditionEvents> check) {
    return new ArchCondition<>(name) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(item, events);
      }
    };
  }

  private static void assertHolds(ArchRule rule) {
    rule.check(MAIN);
  }

  private void assertBrokenBy(ArchRule rule, String packageName, String source) {
    JavaClasses bad = new ClassFileImporter().importPath(compile(packageName, source));
    assertThatExceptionOfType(AssertionError.class)
        .as(source)
        .isThrownBy(() -> rule.check(bad))
        .withMessageContaining("Bad");
  }

  private Path compile(String packageName, String source) {
    try {
      Path output = Files.createTempDirectory(added, "bad");
      Path file = output.resolve("Bad.java");
      Files.writeString(file, "package " + ROOT + "." + packageName + "; " + source);
      List<String> arguments =
          List.of("-proc:none", "-nowarn", "-d", output.toString(), file.toString());
      int status =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      assertThat(status).as(source).isZero();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path locationOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
