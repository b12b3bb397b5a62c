// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The referee's process: runs a target on inputs, oldest first, and prints what they reach. */
final class RefereeMain {
  /** How often it prints the branches that are covered so far. */
  static final int STEPS = 20;

  /** Longer than the fuzzers' limit: a replay starts in a cold JVM. */
  private static final long REPLAY_SECONDS = 2 * Limits.TIMEOUT_SECONDS;

  private record Input(Path file, long millis) {}

  private final String target;
  private final MeasuredClasses classes;
  private final Method method;
  private final Set<String> failures = new TreeSet<>();

  private RefereeMain(String target, MeasuredClasses classes) throws ReflectiveOperationException {
    this.target = target;
    this.classes = classes;
    this.method = classes.loadClass(target).getMethod("fuzzerTestOneInput", byte[].class);
  }

  /**
   * Takes the target's class, when the run was started in milliseconds since the epoch, its
   * seconds, the target's class path, and directories of inputs.
   */
  public static void main(String[] arguments) throws Exception {
    PrintStream out = System.out;
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    try {
      RefereeMain referee =
          new RefereeMain(arguments[0], new MeasuredClasses(urls(arguments[3]), arguments[0]));
      List<Input> inputs = inputs(List.of(arguments).subList(4, arguments.length));
      referee.replay(inputs, Long.parseLong(arguments[1]), Long.parseLong(arguments[2]), out);
    } catch (Exception e) {
      e.printStackTrace(out);
      System.exit(1);
    }
    // Threads of the target, or stuck in it, may still run.
    System.exit(0);
  }

  private static URL[] urls(String classPath) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : ClassPaths.split(classPath).toList()) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  private static List<Input> inputs(List<String> directories) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (String directory : directories) {
      if (Files.exists(Path.of(directory))) {
        try (Stream<Path> files = Files.walk(Path.of(directory))) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            inputs.add(new Input(file, Files.getLastModifiedTime(file).toMillis()));
          }
        }
      }
    }
    inputs.sort(Comparator.comparing(Input::millis).thenComparing(Input::file));
    return inputs;
  }

  private void replay(List<Input> inputs, long startMillis, long seconds, PrintStream out)
      throws IOException, InterruptedException {
    int next = 0;
    for (int step = 1; step <= STEPS; step++) {
      // Whatever the clocks say, the last step has all.
      long end = step == STEPS ? Long.MAX_VALUE : startMillis + 1000 * seconds * step / STEPS;
      for (; next < inputs.size() && inputs.get(next).millis() <= end; next++) {
        replay(Files.readAllBytes(inputs.get(next).file()));
      }
      out.println("branches=" + classes.coveredBranches());
    }
    failures.forEach(failure -> out.println("failure=" + failure));
    out.println("inputs=" + inputs.size());
  }

  private void replay(byte[] input) throws InterruptedException {
    FutureTask<Object> execution = new FutureTask<>(() -> method.invoke(null, (Object) input));
    // One thread each: that of an input that hangs is left to itself.
    Thread thread = new Thread(execution, "replay");
    thread.setDaemon(true);
    thread.setContextClassLoader(classes);
    thread.start();
    try {
      var unused = execution.get(REPLAY_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      failures.add("timeout");
    } catch (ExecutionException e) {
      failures.add(FailureIdentity.of(thrown(e), target));
    }
  }

  /** What the target threw, without what reflection and the thread have put around it. */
  private static Throwable thrown(ExecutionException e) {
    Throwable cause = e.getCause();
    Throwable thrown = cause instanceof InvocationTargetException ? cause.getCause() : cause;
    return thrown == null ? e : thrown;
  }
}
