// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.plugin;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which names were probably meant. */
final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /** The names nearest to a pattern, the nearest first; none if none is near. */
  static List<String> to(String pattern, Collection<String> names) {
    record Candidate(String name, int distance) {}
    String wanted = withoutPackage(pattern).toLowerCase(Locale.ROOT);
    return names.stream()
        .map(name -> new Candidate(name, distance(wanted, name)))
        .filter(candidate -> candidate.distance <= Math.max(2, wanted.length() / 3))
        .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .limit(MOST)
        .map(Candidate::name)
        .toList();
  }

  /** To the whole {@code Class#method}, to the class or to the method, whichever is nearest. */
  private static int distance(String wanted, String name) {
    String whole = name.toLowerCase(Locale.ROOT);
    int hash = whole.indexOf('#');
    int least = edits(wanted, whole);
    if (hash >= 0) {
      least = Math.min(least, edits(wanted, whole.substring(0, hash)));
      least = Math.min(least, edits(wanted, whole.substring(hash + 1)));
    }
    return least;
  }

  private static String withoutPackage(String pattern) {
    int hash = pattern.indexOf('#');
    return pattern.substring(pattern.lastIndexOf('.', hash < 0 ? pattern.length() : hash) + 1);
  }

  /** Levenshtein's distance. */
  static int edits(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
