// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * What all modules of one build share, also when they are built in parallel. Its values are of the
 * JDK's types: modules may load this plugin in class loaders of their own.
 */
final class SessionState {
  private static final String KEY = "io.github.mavenfuzz";

  private SessionState() {}

  /** The build's shared values. */
  @SuppressWarnings("unchecked") // Nobody else uses this key.
  static ConcurrentMap<String, Object> of(MavenSession session) {
    SessionData data = session.getRepositorySession().getData();
    data.set(KEY, null, new ConcurrentHashMap<String, Object>());
    Object state = data.get(KEY);
    if (state == null) {
      throw new IllegalStateException("the session keeps no data");
    }
    return (ConcurrentMap<String, Object>) state;
  }
}
