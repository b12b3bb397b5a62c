// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
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

  /** Logs nothing more; hands over what was logged, and lets go of it. */
  void stop(Sites sites, LogReader reader) {
    on.set(false);
    readNumbers(sites, reader);
    readObjects(sites, reader);
    readTimes(sites, reader);
    release();
  }

  // A method for each loop: the JVM compiles the rest of a method with each of its loops anew.

  private void readNumbers(Sites sites, LogReader reader) {
    int logged = numbersLogged();
    for (int i = 0; i < logged; i++) {
      Site site = sites.get(numberSites[i]);
      if (site != null) {
        reader.read(numberSites[i], site, leftNumbers[i], rightNumbers[i]);
      }
    }
  }

  private void readObjects(Sites sites, LogReader reader) {
    int logged = objectsLogged();
    for (int i = 0; i < logged; i++) {
      Site site = sites.get(objectSites[i]);
      if (site != null) {
        reader.read(objectSites[i], site, leftObjects[i], rightObjects[i]);
      }
    }
  }

  private void readTimes(Sites sites, LogReader reader) {
    int slots = sites.slots();
    for (int slot = 0; slot < slots; slot++) {
      if (times[slot] > 0) {
        reader.reached(slot, times[slot]);
      }
    }
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
