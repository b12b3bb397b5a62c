// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import io.github.mavenfuzz.mutation.Prng;
import io.github.mavenfuzz.protocol.Content;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The inputs that came furthest, each in something: who is beaten in all of it goes. After PerfFuzz
 * (Lemieux et al., ISSTA 2018). Not thread-safe.
 */
final class Champions {
  private static final int MOST = 256;
  private static final long MOST_BYTES = 4 << 20;

  /** Each worker numbers what there is to be first in as it comes across it. */
  private record Title(WorkerSlot slot, int number) {}

  private static final class Champion {
    final Content content;
    int titles;
    int turns;

    Champion(Content content) {
      this.content = content;
    }

    int size() {
      return content.bytes().length;
    }
  }

  private final List<Champion> champions = new ArrayList<>();
  private final Map<Title, Champion> holders = new HashMap<>();
  private long bytes;

  /** An input is the first in what has that number to the slot's worker. */
  void add(WorkerSlot slot, int number, Content content) {
    Champion champion = newest(content);
    champion.titles++;
    Champion beaten = holders.put(new Title(slot, number), champion);
    if (beaten != null && --beaten.titles == 0) {
      champions.remove(beaten);
      bytes -= beaten.size();
    }
    while (champions.size() > MOST || (bytes > MOST_BYTES && champions.size() > 1)) {
      removeOldest();
    }
  }

  private Champion newest(Content content) {
    if (!champions.isEmpty()) {
      Champion last = champions.get(champions.size() - 1);
      if (last.content.equals(content)) {
        return last;
      }
    }
    Champion champion = new Champion(content);
    champions.add(champion);
    bytes += champion.size();
    return champion;
  }

  private void removeOldest() {
    Champion oldest = champions.remove(0);
    holders.values().removeIf(holder -> holder == oldest);
    bytes -= oldest.size();
  }

  /** Any of them, without a turn of its own; there must be one. */
  Content any(Prng random) {
    return champions.get(random.nextInt(champions.size())).content;
  }

  /** The newest of those that had the fewest turns; there must be one. */
  Content next() {
    Champion next = champions.get(champions.size() - 1);
    for (int i = champions.size() - 2; i >= 0; i--) {
      if (champions.get(i).turns < next.turns) {
        next = champions.get(i);
      }
    }
    next.turns++;
    return next.content;
  }
}
