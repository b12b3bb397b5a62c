// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** The {@link ComparisonLog} that the hooks of this JVM write to, which has another name. */
final class HookedLog {

  /** That name. */
  static final String NAME = "java/lang/$MavenFuzzComparisons";

  private final VarHandle on;
  private final VarHandle numbers;
  private final VarHandle objects;
  private final int[] times;
  private final int[] numberSites;
  private final long[] leftNumbers;
  private final long[] rightNumbers;
  private final int[] objectSites;
  private final @Nullable Object[] leftObjects;
  private final @Nullable Object[] rightObjects;

  /** That which is in a class; of the same shape as {@link ComparisonLog}. */
  HookedLog(Class<?> log) throws ReflectiveOperationException {
    MethodHandles.Lookup lookup = MethodHandles.publicLookup();
    on = lookup.findStaticVarHandle(log, "on", boolean.class);
    numbers = lookup.findStaticVarHandle(log, "numbers", int.class);
    objects = lookup.findStaticVarHandle(log, "objects", int.class);
    times = (int[]) log.getField("TIMES").get(null);
    numberSites = (int[]) log.getField("NUMBER_SITES").get(null);
    leftNumbers = (long[]) log.getField("LEFT_NUMBERS").get(null);
    rightNumbers = (long[]) log.getField("RIGHT_NUMBERS").get(null);
    objectSites = (int[]) log.getField("OBJECT_SITES").get(null);
    leftObjects = (Object[]) log.getField("LEFT_OBJECTS").get(null);
    rightObjects = (Object[]) log.getField("RIGHT_OBJECTS").get(null);
  }

  /** Defines it; once per JVM. */
  static HookedLog define() throws ReflectiveOperationException, IOException {
    return new HookedLog(
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(renamed()));
  }

  private static byte[] renamed() throws IOException {
    String file = ComparisonLog.class.getSimpleName() + ".class";
    try (InputStream classFile = ComparisonLog.class.getResourceAsStream(file)) {
      if (classFile == null) {
        throw new IOException(file + " is missing");
      }
      ClassReader reader = new ClassReader(classFile);
      ClassWriter writer = new ClassWriter(0);
      SimpleRemapper renaming = new SimpleRemapper(Opcodes.ASM9, reader.getClassName(), NAME);
      reader.accept(new ClassRemapper(writer, renaming), 0);
      return writer.toByteArray();
    }
  }

  /** Begins anew. */
  void start(Sites sites) {
    Arrays.fill(times, 0, sites.slots(), 0);
    numbers.set(0);
    objects.set(0);
    on.set(true);
  }

  /** Logs nothing more; tells in what that came further which was logged, and lets go of it. */
  List<Milestone> stop(Sites sites, Progress progress, int length) {
    on.set(false);
    progress.begin(length);
    int numbersLogged = numbersLogged();
    for (int i = 0; i < numbersLogged; i++) {
      progress.compared(numberSites[i], leftNumbers[i], rightNumbers[i]);
    }
    int objectsLogged = objectsLogged();
    for (int i = 0; i < objectsLogged; i++) {
      int places = Difference.between(leftObjects[i], rightObjects[i]);
      if (places > 0) {
        progress.differed(Sites.slot(objectSites[i]), places);
      }
    }
    int slots = sites.slots();
    for (int slot = 0; slot < slots; slot++) {
      if (times[slot] > 0) {
        progress.reached(slot, times[slot]);
      }
    }
    release();
    return progress.milestones();
  }

  /** Logs nothing more; hands over what was logged, and lets go of it. */
  void stop(Sites sites, ComparisonReader reader) {
    on.set(false);
    int numbersLogged = numbersLogged();
    for (int i = 0; i < numbersLogged; i++) {
      Site site = sites.get(numberSites[i]);
      if (site != null) {
        reader.read(numberSites[i], site, leftNumbers[i], rightNumbers[i]);
      }
    }
    int objectsLogged = objectsLogged();
    for (int i = 0; i < objectsLogged; i++) {
      Site site = sites.get(objectSites[i]);
      if (site != null) {
        reader.read(objectSites[i], site, leftObjects[i], rightObjects[i]);
      }
    }
    release();
  }

  private int numbersLogged() {
    return Math.min((int) numbers.get(), numberSites.length);
  }

  private int objectsLogged() {
    return Math.min((int) objects.get(), objectSites.length);
  }

  /** The target's objects are its own. */
  private void release() {
    Arrays.fill(leftObjects, 0, objectsLogged(), null);
    Arrays.fill(rightObjects, 0, objectsLogged(), null);
  }
}
