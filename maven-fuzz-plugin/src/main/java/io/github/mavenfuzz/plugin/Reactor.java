// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a goal in all modules of a build: only when the last module is through is it
 * known whether any has the targets that were asked for.
 */
final class Reactor {
  private final ConcurrentMap<String, Object> state;
  private final String key;
  private final int modules;
  private final Map<String, Boolean> matched;
  private final Set<String> targets;

  /**
   * @param state what the modules share
   * @param key names the execution
   * @param modules how many modules take part
   */
  @SuppressWarnings("unchecked") // Nobody else uses these keys.
  Reactor(ConcurrentMap<String, Object> state, String key, int modules) {
    this.state = state;
    this.key = "reactor." + key;
    this.modules = modules;
    this.matched =
        (Map<String, Boolean>)
            state.computeIfAbsent(this.key + ".matched", unused -> new TreeMap<String, Boolean>());
    this.targets =
        (Set<String>) state.computeIfAbsent(this.key + ".targets", unused -> new TreeSet<String>());
  }

  /** From the command line all modules take part; else those whose POM has the execution. */
  static Reactor of(MavenSession session, MojoExecution execution) {
    List<MavenProject> projects = session.getProjects();
    boolean bound = execution.getSource() == MojoExecution.Source.LIFECYCLE;
    int modules =
        bound
            ? (int) projects.stream().filter(project -> isBound(project, execution)).count()
            : projects.size();
    return new Reactor(
        SessionState.of(session), execution.getGoal() + "#" + execution.getExecutionId(), modules);
  }

  private static boolean isBound(MavenProject project, MojoExecution execution) {
    Plugin plugin = project.getPlugin(execution.getPlugin().getKey());
    PluginExecution bound =
        plugin == null ? null : plugin.getExecutionsAsMap().get(execution.getExecutionId());
    return bound != null
        && bound.getGoals().contains(execution.getGoal())
        && !"none".equals(bound.getPhase());
  }

  /** Whether there is more than one module. */
  boolean hasSeveralModules() {
    return modules > 1;
  }

  /**
   * A module is through with looking for targets.
   *
   * @param module names it
   * @param anyMatched whether it has what was asked for, or was told not to look
   * @param declared its targets
   * @return the targets of all modules if this was the last one, and none had a match; else null
   */
  @Nullable List<String> finish(String module, boolean anyMatched, Collection<String> declared) {
    synchronized (state) {
      matched.put(module, anyMatched);
      targets.addAll(declared);
      boolean last = matched.size() >= modules;
      return last && !matched.containsValue(true) ? List.copyOf(targets) : null;
    }
  }

  /**
   * Claims to be the build's only campaign without a limit.
   *
   * @return the target that claimed it before; null if none did
   */
  @Nullable Object claimUnlimited(String target) {
    return state.putIfAbsent(key + ".unlimited", target);
  }
}
