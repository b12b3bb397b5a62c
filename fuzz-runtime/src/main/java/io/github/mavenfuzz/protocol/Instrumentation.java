// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

/** What a worker puts into the target's classes, each with what is before it. */
public enum Instrumentation {
  /** Exits of the JVM are intercepted: enough for what only runs inputs again. */
  EXITS,
  /** Probes tell what was reached. */
  PROBES,
  /** Hooks tell what was compared. */
  HOOKS
}
