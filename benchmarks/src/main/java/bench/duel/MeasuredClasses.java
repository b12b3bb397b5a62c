// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jacoco.core.analysis.Analyzer;
import org.jacoco.core.analysis.CoverageBuilder;
import org.jacoco.core.analysis.ICounter;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;

/** Loads a target and its libraries with JaCoCo's probes in all of them but the target. */
final class MeasuredClasses extends URLClassLoader {
  private final String target;
  private final RuntimeData data = new RuntimeData();
  private final Instrumenter instrumenter;

  /** As they were, which is what JaCoCo counts branches in. */
  private final Map<String, byte[]> originals = new ConcurrentHashMap<>();

  /** Sees nothing of this JVM's own class path. */
  MeasuredClasses(URL[] classPath, String target) throws Exception {
    super(classPath, getPlatformClassLoader());
    this.target = target;
    IRuntime runtime = new LoggerRuntime();
    runtime.startup(data);
    instrumenter = new Instrumenter(runtime);
  }

  /** How many branches of the classes loaded so far have been taken. */
  int coveredBranches() throws IOException {
    ExecutionDataStore executions = new ExecutionDataStore();
    data.collect(executions, new SessionInfoStore(), false);
    CoverageBuilder coverage = new CoverageBuilder();
    Analyzer analyzer = new Analyzer(executions, coverage);
    for (Map.Entry<String, byte[]> original : originals.entrySet()) {
      analyzer.analyzeClass(original.getValue(), original.getKey());
    }
    ICounter branches = coverage.getBundle(target).getBranchCounter();
    return branches.getCoveredCount();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    URL resource = findResource(name.replace('.', '/') + ".class");
    if (resource == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = resource.openStream()) {
      byte[] code = in.readAllBytes();
      if (!name.equals(target) && !name.startsWith(target + "$")) {
        byte[] instrumented = instrumenter.instrument(code, name);
        originals.put(name, code);
        code = instrumented;
      }
      return defineClass(name, code, 0, code.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
