// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.api;

import io.github.mavenfuzz.junit.FuzzTestExtension;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a method as a fuzz test: code that must hold for every value of its parameters.
 *
 * <pre>{@code
 * class ReverseTest {
 *   @FuzzTest
 *   @ValueSource(strings = {"hello", "\u4f60\u597d"})
 *   void reversingTwiceChangesNothing(String s) {
 *     assertEquals(s, Reverse.reverse(Reverse.reverse(s)));
 *   }
 * }
 * }</pre>
 *
 * <p>{@code mvn test}, like any other run of JUnit, runs the method once per seed, each a case of
 * its own, without any instrumentation:
 *
 * <ul>
 *   <li>each row of the method's argument sources ({@code @ValueSource}, {@code @CsvSource},
 *       {@code @MethodSource}, ...; they need {@code junit-jupiter-params}), named {@code seed#0},
 *       {@code seed#1}, ...;
 *   <li>each file in {@code src/test/resources/fuzz/<class>/<method>/}, named as the file. Failing
 *       inputs that fuzzing finds are written there.
 * </ul>
 *
 * With neither, it runs once on zero values: the empty string, 0, false, the empty array.
 *
 * <p>{@code mvn fuzz:run -Dfuzz.target=ReverseTest} makes new values from the seeds, guided by the
 * coverage that they reach, and runs the method on those until it fails or time is up. Constructor,
 * {@code @BeforeAll} and {@code @BeforeEach} then run once before all of them, {@code @AfterEach}
 * and {@code @AfterAll} once after them: the method itself must leave nothing behind that the next
 * execution would see.
 *
 * <p>The method returns {@code void}, is neither static nor private, and has one or more
 * parameters, each a {@code byte[]}, {@code String}, {@code boolean}, {@code byte}, {@code char},
 * {@code short}, {@code int}, {@code long}, {@code float} or {@code double}, or the boxed form of
 * one. No other fuzz test of its class has its name. It fails by throwing anything but JUnit's
 * {@code TestAbortedException}, which failed assumptions throw.
 *
 * <p>May be used as a meta-annotation.
 *
 * @since 0.1
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(FuzzTestExtension.class)
public @interface FuzzTest {}
