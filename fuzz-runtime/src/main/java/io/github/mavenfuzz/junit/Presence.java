// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

/** Parts of JUnit that a project may lack: by its choice, or because its JUnit is older. */
enum Presence {
  /** junit-jupiter-params. */
  ARGUMENT_SOURCES("org.junit.jupiter.params.provider.ArgumentsSource"),

  /** JUnit 5.13: providers are handed the declared parameters. */
  PARAMETER_DECLARATIONS("org.junit.jupiter.params.support.ParameterDeclarations");

  private final String className;

  Presence(String className) {
    this.className = className;
  }

  boolean isGiven() {
    try {
      Class.forName(className, false, Presence.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
