// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.mutation;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Records that are found by their names, as properties, headers or fields are: what was looked for
 * in vain among names that are in the input may have to be the name of one more. How a record is
 * written is taken from those that are there: from one name to the next.
 */
final class Records {
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_RECORD = 256;
  private static final int MOST_NAMES = 64;
  private static final int MOST_PLACES = 4;

  /** What may set records apart where there is only one. */
  private static final List<String> SEPARATORS = List.of("\n", "&", ";", ",");

  /** By the name that is missing, those it was compared with. */
  private final Map<String, Set<String>> namesThere = new LinkedHashMap<>();

  /** A name that is missing was compared with one that is there. */
  void add(String missing, String there) {
    boolean hasRoom = namesThere.size() < MOST_NAMES || namesThere.containsKey(missing);
    if (there.length() >= SHORTEST_NAME && !missing.isEmpty() && hasRoom) {
      namesThere.computeIfAbsent(missing, name -> new HashSet<>()).add(there);
    }
  }

  /**
   * Suggests records with the names that are missing.
   *
   * @param image the elements of the value, each as a char
   */
  void suggest(SequenceValue value, String image, Replacements insertions) {
    namesThere.forEach((missing, names) -> suggest(value, image, missing, names, insertions));
  }

  private static void suggest(
      SequenceValue value,
      String image,
      String missing,
      Set<String> names,
      Replacements insertions) {
    TreeMap<Integer, String> nameAt = new TreeMap<>();
    names.forEach(name -> nameAt.put(image.indexOf(name), name));
    List<Map.Entry<Integer, String>> places = List.copyOf(nameAt.entrySet());
    for (int i = 0; i < Math.min(places.size(), MOST_PLACES); i++) {
      int at = places.get(i).getKey();
      int next = i + 1 < places.size() ? places.get(i + 1).getKey() : image.length();
      int end = at + places.get(i).getValue().length();
      if (next < end || next - end > LONGEST_RECORD) {
        continue;
      }
      String rest = image.substring(end, next);
      if (next < image.length()) {
        insertions.add(at, 0, missing + rest);
        continue;
      }
      if (at > 0) {
        insertions.add(next, 0, image.charAt(at - 1) + missing + rest);
      }
      insertBefore(value, image, at, end, missing, insertions);
    }
  }

  /** Puts a record before the last one, which may be the only one, or inside of something. */
  private static void insertBefore(
      SequenceValue value, String image, int at, int end, String missing, Replacements insertions) {
    boolean quoted = at > 0 && Syntax.isQuote(image.charAt(at - 1));
    String quote = quoted ? image.substring(at - 1, at) : "";
    for (String separator : SEPARATORS) {
      String rest =
          image.substring(end, RecordMutators.endOfRecord(value, end, separator.charAt(0)));
      insertions.add(at, 0, missing + rest + separator + quote);
    }
  }
}
