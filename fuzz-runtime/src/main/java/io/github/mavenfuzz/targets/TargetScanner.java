// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import static java.lang.Character.isISOControl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/**
 * Finds the targets among compiled classes: methods annotated with {@code @FuzzTest}, directly, by
 * way of an annotation that carries it, or inherited; and static {@code fuzzerTestOneInput}
 * methods.
 */
public final class TargetScanner {
  private static final String FUZZ_TEST = "Lio/github/mavenfuzz/api/FuzzTest;";
  private static final String STATIC_NAME = "fuzzerTestOneInput";
  private static final String STATIC_DESCRIPTOR = "([B)V";
  private static final int PUBLIC_STATIC = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
  private static final String CLASS_FILE = ".class";
  private static final String UNUSABLE = "no directory can have its name";

  /** By internal name, sorted. */
  private final Map<String, ScannedClass> classes;

  private final Set<String> fuzzTestAnnotations;

  private TargetScanner(Map<String, ScannedClass> classes) {
    this.classes = classes;
    this.fuzzTestAnnotations = annotationsThatCarry(FUZZ_TEST);
  }

  /**
   * The targets of the classes under a directory, sorted by class, each class's in the order of its
   * file with inherited ones last; none if there is no such directory.
   */
  public static List<FoundTarget> scan(Path classesDirectory) throws IOException {
    List<FoundTarget> found = new ArrayList<>();
    TargetScanner scanner = new TargetScanner(readAll(classesDirectory));
    scanner.classes.forEach((internalName, type) -> scanner.addTargets(internalName, found));
    return found;
  }

  /**
   * The static target of one class, from the first entry of a class path that holds the class.
   *
   * @param className a binary name
   */
  public static Optional<FoundTarget> findStatic(String className, List<Path> classPath)
      throws IOException {
    String resource = className.replace('.', '/') + CLASS_FILE;
    for (Path element : classPath) {
      ScannedClass type = readFrom(element, resource);
      if (type != null) {
        return type.methods().stream()
            .filter(TargetScanner::isStaticTarget)
            .map(method -> staticTarget(type))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  private static Map<String, ScannedClass> readAll(Path directory) throws IOException {
    Map<String, ScannedClass> read = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return read;
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(directory)) {
      files = walk.filter(file -> isClassFile(directory.relativize(file))).toList();
    }
    for (Path file : files) {
      ScannedClass type = read(file.toString(), Files.readAllBytes(file));
      read.put(type.name().replace('.', '/'), type);
    }
    return read;
  }

  private static boolean isClassFile(Path relative) {
    return relative.toString().endsWith(CLASS_FILE)
        && !relative.startsWith("META-INF")
        && !relative.endsWith("module-info.class");
  }

  private static @Nullable ScannedClass readFrom(Path element, String resource) throws IOException {
    if (Files.isDirectory(element)) {
      Path file = element.resolve(resource);
      return Files.isRegularFile(file) ? read(file.toString(), Files.readAllBytes(file)) : null;
    }
    if (!Files.isRegularFile(element) || !element.toString().endsWith(".jar")) {
      return null;
    }
    try (JarFile jar = new JarFile(element.toFile())) {
      ZipEntry entry = jar.getEntry(resource);
      if (entry == null) {
        return null;
      }
      return read(element + "!" + resource, jar.getInputStream(entry).readAllBytes());
    }
  }

  private static ScannedClass read(String where, byte[] classFile) throws IOException {
    try {
      return ScannedClass.read(classFile);
    } catch (IllegalArgumentException e) {
      throw new IOException(
          "Cannot read class file %s: %s. Compile it again with mvn clean test-compile."
              .formatted(where, e.getMessage()),
          e);
    }
  }

  /** The annotation itself and those among the scanned classes that carry it, however deep. */
  private Set<String> annotationsThatCarry(String annotation) {
    Set<String> carrying = new HashSet<>(Set.of(annotation));
    boolean grown = true;
    while (grown) {
      grown = false;
      for (Map.Entry<String, ScannedClass> entry : classes.entrySet()) {
        if (entry.getValue().isAnnotation()
            && isFuzzTest(entry.getValue().annotations(), carrying)) {
          grown |= carrying.add("L" + entry.getKey() + ";");
        }
      }
    }
    return carrying;
  }

  private static boolean isFuzzTest(Set<String> annotations, Set<String> carrying) {
    return annotations.stream().anyMatch(carrying::contains);
  }

  private void addTargets(String internalName, List<FoundTarget> found) {
    ScannedClass type = classes.get(internalName);
    if (type == null) {
      return;
    }
    List<FoundTarget> ofClass = new ArrayList<>();
    if (type.isConcrete()) {
      addFuzzTests(type.name(), internalName, new HashSet<>(), ofClass);
    }
    if (type.methods().stream().anyMatch(TargetScanner::isStaticTarget)) {
      ofClass.add(staticTarget(type));
    }
    ofClass.forEach(target -> found.add(withNamesakes(target, ofClass)));
  }

  /** A method's name is all that tells its corpus files from those of the class's others. */
  private static FoundTarget withNamesakes(FoundTarget target, List<FoundTarget> ofClass) {
    TargetId id = target.id();
    boolean alone =
        ofClass.stream().filter(other -> other.id().methodName().equals(id.methodName())).count()
            == 1;
    return alone || target.problem() != null
        ? target
        : new FoundTarget(
            id,
            "%s has several targets named %s, which would share their corpus files:"
                    .formatted(id.className(), id.methodName())
                + " give them different names");
  }

  /**
   * Adds the methods that a class declares, then those that it inherits.
   *
   * @param className the class that gets the targets
   * @param internalName the class that declares the methods
   * @param overridden names with descriptors that were seen further down
   */
  private void addFuzzTests(
      String className, String internalName, Set<String> overridden, List<FoundTarget> found) {
    ScannedClass declaring = classes.get(internalName);
    if (declaring == null) {
      return;
    }
    for (ScannedClass.Method method : declaring.methods()) {
      // A bridge method carries its method's annotations, but JUnit leaves it alone.
      boolean first = overridden.add(method.name() + method.descriptor());
      if (first
          && !method.is(Opcodes.ACC_SYNTHETIC)
          && isFuzzTest(method.annotations(), fuzzTestAnnotations)) {
        found.add(fuzzTest(className, method));
      }
    }
    for (String parent : declaring.parents()) {
      addFuzzTests(className, parent, overridden, found);
    }
  }

  private static FoundTarget fuzzTest(String className, ScannedClass.Method method) {
    TargetId id =
        new TargetId(TargetId.Kind.FUZZ_TEST, className, method.name(), method.descriptor());
    return new FoundTarget(id, problemOf(id, method));
  }

  private static @Nullable String problemOf(TargetId id, ScannedClass.Method method) {
    if (!isUsable(id)) {
      return UNUSABLE;
    }
    if (method.is(Opcodes.ACC_PRIVATE) || method.is(Opcodes.ACC_STATIC)) {
      return "a @FuzzTest method must be neither private nor static";
    }
    if (method.is(Opcodes.ACC_ABSTRACT)) {
      return "a @FuzzTest method must not be abstract";
    }
    if (!method.descriptor().endsWith(")V")) {
      return "a @FuzzTest method must return void";
    }
    try {
      id.signature();
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  private static boolean isStaticTarget(ScannedClass.Method method) {
    return method.name().equals(STATIC_NAME)
        && method.descriptor().equals(STATIC_DESCRIPTOR)
        && (method.access() & PUBLIC_STATIC) == PUBLIC_STATIC;
  }

  private static FoundTarget staticTarget(ScannedClass type) {
    TargetId id = new TargetId(TargetId.Kind.STATIC, type.name(), STATIC_NAME, STATIC_DESCRIPTOR);
    return new FoundTarget(id, isUsable(id) ? null : UNUSABLE);
  }

  /** Class files may have names that no source has: not every one is a directory's. */
  private static boolean isUsable(TargetId id) {
    return Stream.of(id.className(), id.methodName())
        .noneMatch(
            name ->
                name.matches("\\.*")
                    || name.chars().anyMatch(c -> c == '/' || c == '\\' || isISOControl(c)));
  }
}
