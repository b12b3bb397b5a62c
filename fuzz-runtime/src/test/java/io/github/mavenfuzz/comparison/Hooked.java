// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.SimpleRemapper;

/** A class with hooks, which write to the log as it is compiled: it is not beside Object here. */
public final class Hooked {
  private final Comparisons comparisons = new Comparisons();
  private final Class<?> type;

  /** Puts hooks into a copy of that class. */
  public Hooked(Class<?> original) {
    try {
      comparisons.listenTo(new HookedLog(ComparisonLog.class));
      type = define(bytes(original));
    } catch (IOException | ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** The class file of a class. */
  static byte[] bytes(Class<?> type) throws IOException {
    String file = type.getName().substring(type.getPackageName().length() + 1) + ".class";
    try (InputStream classFile = type.getResourceAsStream(file)) {
      return classFile.readAllBytes();
    }
  }

  /** Defines another class with hooks. */
  Class<?> define(byte[] classFile) {
    ClassWriter writer = new ClassWriter(0);
    String log = ComparisonLog.class.getName().replace('.', '/');
    new ClassReader(comparisons.instrumenter().instrument(classFile))
        .accept(new ClassRemapper(writer, new SimpleRemapper(589824, HookedLog.NAME, log)), 0);
    byte[] local = writer.toByteArray();
    return new Loader().define(local);
  }

  private static final class Loader extends ClassLoader {
    Loader() {
      super(Hooked.class.getClassLoader());
    }

    Class<?> define(byte[] classFile) {
      return defineClass(null, classFile, 0, classFile.length);
    }
  }

  /** What listens to the hooks. */
  public Comparisons comparisons() {
    return comparisons;
  }

  /** The class. */
  Class<?> type() {
    return type;
  }

  /** Calls a static method; returns what it returns, or the text of what it throws. */
  public Object call(String method, Object argument) {
    return call(type, method, argument);
  }

  static Object call(Class<?> type, String name, Object argument) {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    try {
      return method.invoke(null, argument);
    } catch (InvocationTargetException e) {
      return e.getCause().toString();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
