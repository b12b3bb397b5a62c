// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.DictionaryFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.time.GoDuration;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters that are more than text. Every method throws IllegalArgumentException with the
 * parameter, the value and the accepted forms.
 */
final class ParameterValues {
  private static final long LARGEST_DICTIONARY = 16 << 20;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,10})([km]?)(i?b)?");
  private static final String KEEP_GOING = "a number of findings, 1 or more, or all";

  /** An identity, or a class name. */
  private static final Pattern FAILURE =
      Pattern.compile("[0-9a-f]{16}|\\p{javaJavaIdentifierStart}[\\p{javaJavaIdentifierPart}.]*");

  private static final Pattern CLASS_PATTERN =
      Pattern.compile("[\\p{javaJavaIdentifierPart}*?]+(\\.[\\p{javaJavaIdentifierPart}*?]+)*");

  private ParameterValues() {}

  /** Turns a value that is rejected into the build's error. */
  static <T> T read(Supplier<T> reader) throws MojoExecutionException {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      // Without the cause, whose message Maven would append.
      throw new MojoExecutionException(e.getMessage());
    }
  }

  static int parallel(@Nullable String value) {
    if (value == null) {
      return Runtime.getRuntime().availableProcessors();
    }
    try {
      int parallel = Integer.parseInt(value);
      if (parallel >= 1) {
        return parallel;
      }
    } catch (NumberFormatException e) {
      throw rejected("fuzz.parallel", value, "a number of worker JVMs, 1 or more");
    }
    throw rejected("fuzz.parallel", value, "a number of worker JVMs, 1 or more");
  }

  /** How many findings end a campaign. */
  static int keepGoing(String value) {
    if (value.equals("all")) {
      return Integer.MAX_VALUE;
    }
    try {
      int findings = Integer.parseInt(value);
      if (findings >= 1) {
        return findings;
      }
    } catch (NumberFormatException e) {
      throw rejected("fuzz.keepgoing", value, KEEP_GOING);
    }
    throw rejected("fuzz.keepgoing", value, KEEP_GOING);
  }

  /** Checks what is to be passed over; the parameter may be missing altogether. */
  static Set<String> ignored(@Nullable List<String> failures) {
    if (failures == null) {
      return Set.of();
    }
    Set<String> stripped = failures.stream().map(String::strip).collect(Collectors.toSet());
    for (String failure : stripped) {
      if (!FAILURE.matcher(failure).matches()) {
        throw rejected(
            "fuzz.ignore",
            failure,
            "identities of failures, 16 hexadecimal digits, or class names of exceptions,"
                + " separated by commas");
      }
    }
    return stripped;
  }

  /** Reads dictionary files; the parameter may be missing altogether. */
  static List<String> dictionary(@Nullable List<File> files) {
    List<String> tokens = new ArrayList<>();
    for (File file : files == null ? List.<File>of() : files) {
      if (file.exists() && (!file.isFile() || file.length() > LARGEST_DICTIONARY)) {
        throw rejected("fuzz.dict", file.toString(), "files of at most 16 MiB");
      }
      try {
        tokens.addAll(DictionaryFile.parse(Files.readAllBytes(file.toPath())));
      } catch (IOException e) {
        throw rejected("fuzz.dict", file.toString(), "files that can be read: " + e);
      } catch (MalformedEntryException e) {
        throw rejected("fuzz.dict", file.toString(), "dictionary files: " + e.getMessage());
      }
    }
    return List.copyOf(tokens);
  }

  /** What the search is to do without, to see its worth; nothing if missing. */
  static Set<Technique> techniques(@Nullable String names) {
    if (names == null || names.isBlank()) {
      return Set.of();
    }
    try {
      return Arrays.stream(names.split(",", -1))
          .map(name -> Technique.valueOf(name.strip().toUpperCase(Locale.ROOT)))
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw rejected(
          "fuzz.without",
          names,
          "some of " + Arrays.toString(Technique.values()) + ", separated by commas");
    }
  }

  static Duration timeout(String parameter, String value) {
    Duration timeout;
    try {
      timeout = GoDuration.parse(value);
    } catch (IllegalArgumentException e) {
      timeout = Duration.ZERO;
    }
    if (timeout.toMillis() < 1) {
      throw rejected(parameter, value, "a duration of 1ms or more, such as 10s, 500ms or 1m30s");
    }
    return timeout;
  }

  static int maxLength(String value) {
    String forms =
        "a number of bytes from 1 to %sm, such as 4096, 64k or 1m"
            .formatted(CorpusFile.MAX_INPUT >> 20);
    Matcher size = SIZE.matcher(value.toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw rejected("fuzz.maxlen", value, forms);
    }
    String unit = size.group(2);
    int shift = unit.equals("m") ? 20 : unit.equals("k") ? 10 : 0;
    long bytes = Long.parseLong(size.group(1)) << shift;
    if (bytes < 1 || bytes > CorpusFile.MAX_INPUT) {
      throw rejected("fuzz.maxlen", value, forms);
    }
    return (int) bytes;
  }

  static @Nullable Long seed(@Nullable String value) {
    try {
      return value == null ? null : Long.valueOf(value);
    } catch (NumberFormatException e) {
      throw rejected("fuzz.seed", value, "a whole number that fits into 64 bits, such as 42");
    }
  }

  /** Checks patterns of classes; the parameter may be missing altogether. */
  static List<String> classPatterns(String parameter, @Nullable List<String> patterns) {
    if (patterns == null) {
      return List.of();
    }
    List<String> stripped = patterns.stream().map(String::strip).toList();
    for (String pattern : stripped) {
      if (!CLASS_PATTERN.matcher(pattern).matches()) {
        throw rejected(
            parameter,
            pattern,
            "patterns of class names such as com.acme.** or com.acme.*Parser, separated by commas");
      }
    }
    return stripped;
  }

  private static IllegalArgumentException rejected(
      String parameter, @Nullable String value, String forms) {
    return new IllegalArgumentException(parameter + " (" + value + ") must be " + forms);
  }
}
