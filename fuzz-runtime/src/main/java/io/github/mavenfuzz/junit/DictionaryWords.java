// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.junit;

import io.github.mavenfuzz.api.Dictionary;
import io.github.mavenfuzz.corpus.DictionaryFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the {@link Dictionary} of a fuzz test and of its class. Lives in the worker JVM. */
final class DictionaryWords {
  private DictionaryWords() {}

  /**
   * The tokens, a char per byte.
   *
   * @throws ExtensionConfigurationException if a word is empty, or a file is missing or malformed
   */
  static List<String> of(FuzzMethod method) {
    List<String> tokens = new ArrayList<>();
    Stream.of(method.method(), method.testClass())
        .flatMap(element -> AnnotationSupport.findAnnotation(element, Dictionary.class).stream())
        .distinct()
        .forEach(dictionary -> addTo(tokens, dictionary, method));
    return List.copyOf(tokens);
  }

  private static void addTo(List<String> tokens, Dictionary dictionary, FuzzMethod method) {
    for (String word : dictionary.value()) {
      if (word.isEmpty()) {
        throw new ExtensionConfigurationException(
            "@Dictionary of " + method.name() + ": a word is empty");
      }
      tokens.add(DictionaryFile.token(word));
    }
    for (String file : dictionary.files()) {
      try (InputStream in = method.testClass().getResourceAsStream(file)) {
        if (in == null) {
          throw new ExtensionConfigurationException(
              "@Dictionary of %s: there is no %s on the class path, relative to the test class"
                  .formatted(method.name(), file));
        }
        tokens.addAll(DictionaryFile.parse(in.readAllBytes()));
      } catch (IOException | MalformedEntryException e) {
        throw new ExtensionConfigurationException(
            "@Dictionary of %s: %s, %s".formatted(method.name(), file, e.getMessage()), e);
      }
    }
  }
}
