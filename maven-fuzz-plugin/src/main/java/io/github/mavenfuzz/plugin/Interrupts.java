// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ends a build's campaigns when the user presses Ctrl-C, or something asks Maven to terminate: they
 * keep what they have and come to their end, and so does the build. A second signal terminates at
 * once.
 *
 * <p>Signals are handled while there is anything to stop. A shutdown hook does the same for what
 * ends the JVM otherwise, such as a terminal that is closed.
 */
final class Interrupts {
  private static final String HANDLERS = "interrupts.handlers";
  private static final long SHUTDOWN_MILLIS = 10_000;
  private static final long POLL_MILLIS = 20;

  /** What a shell reports for a process that a signal ended. */
  private static final int SIGNAL_STATUS = 128;

  private final ConcurrentMap<String, Object> state;
  private final AtomicBoolean interrupted;
  private final Set<Runnable> stops;

  /** With what the modules of a build share. */
  @SuppressWarnings("unchecked") // Nobody else uses these keys.
  Interrupts(ConcurrentMap<String, Object> state) {
    this.state = state;
    this.interrupted =
        (AtomicBoolean) state.computeIfAbsent("interrupts.seen", key -> new AtomicBoolean());
    this.stops =
        (Set<Runnable>)
            state.computeIfAbsent("interrupts.stops", key -> ConcurrentHashMap.newKeySet());
  }

  /** Whether the build was interrupted. */
  boolean seen() {
    return interrupted.get();
  }

  /**
   * Has something stopped on an interrupt, at once if there was one already.
   *
   * @return to be run once there is nothing to stop any more
   */
  Runnable stopping(Runnable stop) {
    synchronized (state) {
      stops.add(stop);
      state.computeIfAbsent(HANDLERS, key -> install());
    }
    if (seen()) {
      stop.run();
    }
    return () -> forget(stop);
  }

  private void forget(Runnable stop) {
    synchronized (state) {
      stops.remove(stop);
      if (stops.isEmpty() && state.remove(HANDLERS) instanceof Runnable restore) {
        restore.run();
      }
    }
  }

  /** What a signal does. */
  void onSignal(int number) {
    if (!interrupted.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(SIGNAL_STATUS + number);
    }
    stops.forEach(Runnable::run);
  }

  /** Handles signals from now on; returns what undoes that. */
  private Runnable install() {
    Runnable restoreInt = handle("INT");
    Runnable restoreTerm = handle("TERM");
    Thread hook = new Thread(this::onShutdown, "fuzz-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    return () -> {
      restoreInt.run();
      restoreTerm.run();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The hook is running: it waited for this.
      }
    };
  }

  private void onShutdown() {
    interrupted.set(true);
    stops.forEach(Runnable::run);
    long end = System.nanoTime() + SHUTDOWN_MILLIS * 1_000_000;
    while (!stops.isEmpty() && System.nanoTime() < end) {
      try {
        Thread.sleep(POLL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /**
   * Handles one signal; returns what restores the handler before. By reflection, for javac warns of
   * every direct use of this public API, and cannot be told not to.
   */
  private Runnable handle(String name) {
    try {
      ClassLoader loader = ClassLoader.getPlatformClassLoader();
      Class<?> signalType = Class.forName("sun.misc.Signal", true, loader);
      Class<?> handlerType = Class.forName("sun.misc.SignalHandler", true, loader);
      Object signal = signalType.getConstructor(String.class).newInstance(name);
      int number = (int) signalType.getMethod("getNumber").invoke(signal);
      Object handler =
          Proxy.newProxyInstance(
              loader,
              new Class<?>[] {handlerType},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "handle" -> {
                      onSignal(number);
                      yield null;
                    }
                    case "equals" -> proxy == arguments[0];
                    case "hashCode" -> System.identityHashCode(proxy);
                    default -> "fuzz's handler of SIG" + name;
                  });
      Method handle = signalType.getMethod("handle", signalType, handlerType);
      Object previous = handle.invoke(null, signal, handler);
      return () -> restore(handle, signal, previous);
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      // This JVM leaves the signal to others; there is still the shutdown hook.
      return () -> {};
    }
  }

  private static void restore(Method handle, Object signal, Object previous) {
    try {
      handle.invoke(null, signal, previous);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot restore the handler of " + signal, e);
    }
  }
}
