// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.worker;

import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which class loaders let their classes see what probes and hooks call, which is in {@code
 * java.lang}: a sandbox may know the names there that it allows. Thread-safe.
 */
final class LoaderReach {
  private final Set<String> called;
  private final Map<ClassLoader, Boolean> known = Collections.synchronizedMap(new WeakHashMap<>());

  /** With the names of the classes that probes and hooks call. */
  LoaderReach(Set<String> called) {
    this.called = Set.copyOf(called);
  }

  /** Whether its classes see them all. Asks each loader once, by its own code. */
  boolean includes(@Nullable ClassLoader loader) {
    if (loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || loader == ClassLoader.getSystemClassLoader()
        || loader.getClass() == URLClassLoader.class) {
      return true;
    }
    // For now: it may have to load classes of its own before it can answer.
    Boolean before = known.putIfAbsent(loader, true);
    if (before != null) {
      return before;
    }
    boolean sees = called.stream().allMatch(name -> sees(loader, name));
    known.put(loader, sees);
    return sees;
  }

  private static boolean sees(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader).getClassLoader() == null;
    } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
      return false;
    }
  }
}
