// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What there is in that which keys are looked up in: the keys of a map, or a collection. */
final class Elements {
  private Elements() {}

  /** All of them; null of what is neither. */
  static @Nullable Collection<?> of(@Nullable Object container) {
    return container instanceof Map<?, ?> map
        ? map.keySet()
        : container instanceof Collection<?> collection ? collection : null;
  }

  /** The first of them, but for null, and so many at most; nothing of what is neither. */
  static List<Object> first(@Nullable Object container, int most) {
    List<Object> first = new ArrayList<>();
    Collection<?> all = of(container);
    if (all != null) {
      Iterator<?> rest = all.iterator();
      while (first.size() < most && rest.hasNext()) {
        Object element = rest.next();
        if (element != null) {
          first.add(element);
        }
      }
    }
    return first;
  }
}
