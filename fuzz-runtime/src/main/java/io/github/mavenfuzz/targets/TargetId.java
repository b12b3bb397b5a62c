// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import io.github.mavenfuzz.corpus.Signature;

/**
 * Names one target: what it is, its class (binary name), its method and the method's descriptor.
 * Shared by both JVMs.
 */
public record TargetId(Kind kind, String className, String methodName, String descriptor) {

  /** How a target is invoked. */
  public enum Kind {
    /** A {@code @FuzzTest} method, run inside the JUnit Platform. */
    FUZZ_TEST,
    /** A {@code public static void fuzzerTestOneInput(byte[])}, run without JUnit. */
    STATIC
  }

  /** The types of the method's parameters. */
  public Signature signature() {
    return Signature.ofDescriptor(descriptor);
  }

  /** The class's name without its package, nested classes as {@code Outer$Inner}. */
  public String simpleClassName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** What {@code fuzz.target} and Surefire's {@code test} accept: {@code ParserTest#parses}. */
  @Override
  public String toString() {
    return simpleClassName() + "#" + methodName;
  }
}
