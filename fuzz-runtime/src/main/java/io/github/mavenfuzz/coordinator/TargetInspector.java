// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.protocol.Call;
import io.github.mavenfuzz.protocol.Instrumentation;
import io.github.mavenfuzz.protocol.Response;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a worker what targets have that only their own code knows. */
public final class TargetInspector {
  private static final WorkerProcess.Settings SETTINGS =
      new WorkerProcess.Settings(
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Path.of(System.getProperty("java.io.tmpdir")),
          1,
          Instrumentation.EXITS,
          List.of(),
          List.of());

  private TargetInspector() {}

  /** Describes the targets, in their order. */
  public static List<TargetDescription> describe(
      WorkerJvm jvm, List<TargetId> targets, ProgressLog log) throws CoordinatorException {
    List<TargetDescription> descriptions = new ArrayList<>();
    try (WorkDirectory directory = WorkDirectory.create()) {
      while (descriptions.size() < targets.size()) {
        describeRest(jvm, directory, targets, descriptions, log);
      }
    }
    return descriptions;
  }

  /** Goes on until all are described, or one of them has ended the worker. */
  private static void describeRest(
      WorkerJvm jvm,
      WorkDirectory directory,
      List<TargetId> targets,
      List<TargetDescription> descriptions,
      ProgressLog log)
      throws CoordinatorException {
    String name = "inspector-" + descriptions.size();
    try (WorkerClient worker = WorkerClient.start(name, jvm, directory, SETTINGS, process -> {})) {
      while (descriptions.size() < targets.size()) {
        TargetId target = targets.get(descriptions.size());
        log.debug("asking a worker about " + target);
        descriptions.add(describe(worker, target));
      }
    } catch (WorkerDiedException e) {
      String error = e.describe() + " while it set the target up; its output:\n" + e.output();
      descriptions.add(
          new TargetDescription(
              targets.get(descriptions.size()), 0, List.of(), "a worker " + error));
    }
  }

  private static TargetDescription describe(WorkerClient worker, TargetId target)
      throws CoordinatorException, WorkerDiedException {
    Response response = worker.call(new Call.Open(target, List.of()), progress -> {});
    if (response instanceof Response.Failed failed) {
      return new TargetDescription(target, 0, List.of(), failed.message());
    }
    if (response instanceof Response.Opened opened) {
      worker.call(new Call.Close(), progress -> {});
      return new TargetDescription(target, opened.seeds().size(), opened.notices(), null);
    }
    throw new CoordinatorException("a worker answered " + response);
  }
}
