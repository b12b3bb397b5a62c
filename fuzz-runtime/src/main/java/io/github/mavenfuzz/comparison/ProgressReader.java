// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells {@link Progress} of what hooks have logged of one execution. */
final class ProgressReader implements LogReader {
  private final Progress progress;

  ProgressReader(Progress progress) {
    this.progress = progress;
  }

  @Override
  public void read(int number, Site site, long left, long right) {
    switch (site.kind()) {
      case INDEX -> progress.indexed(number, left);
      case SWITCH -> progress.switched(number, left, site.isCase(left));
      default -> progress.compared(number, left, right);
    }
  }

  @Override
  public void read(int number, Site site, @Nullable Object left, @Nullable Object right) {
    int slot = Sites.slot(number);
    try {
      String constant = constantOf(site, left, right);
      if (site.kind() != Site.Kind.ARGUMENT) {
        readCompared(slot, site, constant, left, right);
      } else if (constant != null) {
        progress.compared(slot, constant, constant);
      }
    } catch (RuntimeException e) {
      // Another thread changes a container.
    }
  }

  private void readCompared(
      int slot,
      Site site,
      @Nullable String constant,
      @Nullable Object left,
      @Nullable Object right) {
    if (!progress.hasMet(slot, constant)) {
      progress.differed(slot, constant, Difference.at(site.kind(), left, right));
    }
    if (constant != null && !progress.wasInInput(slot, constant)) {
      for (String text : Difference.texts(constant.equals(left) ? right : left)) {
        progress.compared(slot, constant, text);
      }
    }
    progress.grew(slot, Difference.size(site.kind(), left));
  }

  /** That of two sides which the site's class mentions: a method may look for one after another. */
  private static @Nullable String constantOf(
      Site site, @Nullable Object left, @Nullable Object right) {
    Set<String> mentioned = site.constants().texts();
    if (right instanceof String text && mentioned.contains(text)) {
      return text;
    }
    return left instanceof String text && mentioned.contains(text) ? text : null;
  }

  @Override
  public void reached(int slot, int times) {
    progress.reached(slot, times);
  }
}
