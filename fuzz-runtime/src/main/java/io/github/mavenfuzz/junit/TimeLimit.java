// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.time.GoDuration;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Ends a case that takes too long: an input that once hung a worker is not to hang every {@code mvn
 * test} from then on. The test is interrupted; if it does not react, nothing but the JVM's end
 * stops it.
 *
 * @param most how long the case may take
 * @param name what to call it
 */
record TimeLimit(Duration most, String name) implements InvocationInterceptor {

  /** Longer than an execution may take in a worker, as this JVM may be busy with other tests. */
  static final Duration DEFAULT = Duration.ofMinutes(1);

  /** How long an interrupted test may take to end. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** What the JVM is told to end with. */
  private static final int STATUS = 1;

  /** The case took longer than it may; the cause is what it said to that. */
  private static final class OvertimeException extends Exception {
    private static final long serialVersionUID = 1;

    OvertimeException(String message, @Nullable Throwable reaction, StackTraceElement[] stack) {
      super(message, reaction);
      setStackTrace(stack);
    }
  }

  /** Watches one thread, until it is told that there is nothing to watch any more. */
  private final class Watch implements Runnable {
    private final Thread test = Thread.currentThread();
    private final CountDownLatch ended = new CountDownLatch(1);
    private StackTraceElement @Nullable [] stack;
    private boolean over;

    @Override
    public void run() {
      try {
        if (!endsWithin(most) && interrupt() && !endsWithin(GRACE)) {
          endJvm();
        }
      } catch (InterruptedException e) {
        // Whoever interrupts this thread wants no limit.
        Thread.currentThread().interrupt();
      }
    }

    private boolean endsWithin(Duration time) throws InterruptedException {
      return ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized boolean interrupt() {
      if (!over) {
        stack = test.getStackTrace();
        test.interrupt();
      }
      return !over;
    }

    /** The test has ended; returns where it was when it was interrupted, null if it was not. */
    synchronized StackTraceElement @Nullable [] end() {
      over = true;
      ended.countDown();
      return stack;
    }

    private void endJvm() {
      StringBuilder text = new StringBuilder(message());
      text.append(", and did not end when it was interrupted: this JVM is ended.\n");
      for (StackTraceElement frame : test.getStackTrace()) {
        if (frame.getClassName().startsWith("jdk.internal.reflect.")) {
          break;
        }
        // Without the loader's and the module's name, as in the stack of an exception.
        StackTraceElement plain =
            new StackTraceElement(
                frame.getClassName(),
                frame.getMethodName(),
                frame.getFileName(),
                frame.getLineNumber());
        text.append("\tat ").append(plain).append('\n');
      }
      // Surefire's own stream would hold it back until the JVM is gone.
      PrintStream stderr = new PrintStream(new FileOutputStream(FileDescriptor.err), true);
      stderr.println(text);
      Runtime.getRuntime().halt(STATUS);
    }
  }

  /** Whoever looks at a hang with a debugger has all the time in the world. */
  static boolean isWanted() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .noneMatch(argument -> argument.contains("jdwp"));
  }

  private String message() {
    return "fuzz: %s took longer than %s (fuzz.timeout)".formatted(name, GoDuration.format(most));
  }

  @Override
  public void interceptTestTemplateMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> method,
      ExtensionContext context)
      throws Throwable {
    Watch watch = new Watch();
    Thread thread = new Thread(watch, "fuzz-time-limit");
    thread.setDaemon(true);
    thread.start();
    Throwable thrown = null;
    try {
      invocation.proceed();
    } catch (Throwable e) {
      thrown = e;
    }
    StackTraceElement[] stack = watch.end();
    if (stack != null) {
      // It was for the test, not for what comes after it.
      boolean unused = Thread.interrupted();
      throw new OvertimeException(message(), thrown, stack);
    }
    if (thrown != null) {
      throw thrown;
    }
  }
}
