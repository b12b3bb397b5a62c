// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.coordinator.Budget;
import io.github.mavenfuzz.coordinator.CoordinatorOptions;
import io.github.mavenfuzz.coordinator.WorkerHeap;
import io.github.mavenfuzz.coordinator.WorkerJvm;
import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.targets.TargetId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What all campaigns of a module are told; each as in {@link CoordinatorOptions}.
 *
 * @param rerunArguments what {@code mvn} needs to run in the module again
 */
record CampaignSettings(
    Budget budget,
    Budget minimize,
    int parallel,
    Duration setUpTimeout,
    Duration timeout,
    int maxLength,
    @Nullable Long seed,
    List<String> includes,
    List<String> excludes,
    int keepGoing,
    Set<String> ignored,
    List<String> dictionary,
    Path baseDirectory,
    String rerunArguments,
    Set<Technique> without) {

  CoordinatorOptions options(TargetId target, WorkerJvm jvm, TargetDirectories directories) {
    return new CoordinatorOptions(
        target,
        jvm.withHeap(WorkerHeap.mebibytes(parallel, maxLength)),
        directories.seeds(target),
        directories.cache(target),
        directories.reports(target),
        budget,
        minimize,
        parallel,
        setUpTimeout,
        timeout,
        maxLength,
        seed,
        includes,
        excludes,
        keepGoing,
        ignored,
        dictionary,
        baseDirectory,
        rerunArguments,
        without);
  }
}
