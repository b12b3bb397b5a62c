// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Words that mean something to what a {@link FuzzTest} tests: keywords, delimiters, magic numbers.
 * Fuzzing puts them into {@code String} and {@code byte[]} parameters. What the code compares its
 * input with, and the constants of its classes, it finds by itself.
 *
 * <pre>{@code
 * @FuzzTest
 * @Dictionary(value = {"SELECT", "FROM"}, files = "/sql.dict")
 * void parses(String statement) { ... }
 * }</pre>
 *
 * <p>On a class it holds for each fuzz test of the class. The parameter {@code fuzz.dict} of the
 * Maven plugin adds to it. {@code mvn test} makes no use of it.
 *
 * @since 0.1
 */
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface Dictionary {

  /** The words, which a {@code byte[]} gets in UTF-8. None is empty. */
  String[] value() default {};

  /**
   * Dictionary files as AFL and libFuzzer read them ({@code name="\xFF\xD8"}, a line each): class
   * path resources, relative to the test class, or from the root with a leading slash.
   */
  String[] files() default {};
}
