// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProbesTest {
  private final Probes probes = new Probes();
  private final boolean[] live = register(1);

  private boolean[] register(long id) {
    boolean[] array = new boolean[10];
    probes.register(id, "C" + id, array);
    return array;
  }

  @Test
  void touchedProbe_isNewUntilItIsAccepted() {
    assertThat(probes.hasNew()).isFalse();
    assertThat(probes.newHits()).isEmpty();
    live[3] = true;
    assertThat(probes.hasNew()).isTrue();
    assertThat(probes.newHits()).containsExactly(Hits.of(1, 3));
    probes.accept(probes.newHits());
    assertThat(probes.hasNew()).isFalse();
    live[3] = true;
    assertThat(probes.hasNew()).isFalse();
    live[4] = true;
    assertThat(probes.newHits()).containsExactly(Hits.of(1, 4));
  }

  @Test
  void rewind_forgetsWhatWasNotAccepted() {
    live[3] = true;
    probes.accept(probes.newHits());
    live[4] = true;
    probes.rewind();
    assertThat(live).containsExactly(Hits.array(3));
    assertThat(probes.hasNew()).isFalse();
    live[4] = true;
    assertThat(probes.newHits()).containsExactly(Hits.of(1, 4));
  }

  @Test
  void accept_ofOthersFindingsMakesThemOld() {
    probes.accept(List.of(Hits.of(1, 5)));
    assertThat(probes.hasNew()).isFalse();
    live[5] = true;
    assertThat(probes.hasNew()).isFalse();
    probes.rewind();
    assertThat(live[5]).isTrue();
  }

  @Test
  void accept_aheadOfTheClassIsRemembered() {
    probes.accept(List.of(Hits.of(2, 0)));
    probes.accept(List.of(Hits.of(2, 1)));
    boolean[] second = register(2);
    assertThat(second).containsExactly(Hits.array(0, 1));
    assertThat(probes.hasNew()).isFalse();
    second[2] = true;
    assertThat(probes.newHits()).containsExactly(Hits.of(2, 2));
  }

  @Test
  void accept_ofProbesThatTheClassHasNotIsNoFault() {
    probes.accept(List.of(Hits.of(2, 3, 500)));
    boolean[] second = register(2);
    assertThat(second).containsExactly(Hits.array(3));
  }

  @Test
  void fullyCoveredClass_isLeftOut() {
    assertThat(probes.openClasses()).isEqualTo(1);
    register(2);
    assertThat(probes.openClasses()).isEqualTo(2);
    probes.accept(List.of(Hits.of(1, 0, 1, 2, 3, 4, 5, 6, 7, 8)));
    assertThat(probes.openClasses()).isEqualTo(2);
    probes.accept(List.of(Hits.of(1, 9)));
    assertThat(probes.openClasses()).isEqualTo(1);
    assertThat(probes.hasNew()).isFalse();
  }

  @Test
  void register_againChangesNothing() {
    live[1] = true;
    probes.accept(probes.newHits());
    boolean[] other = new boolean[10];
    probes.register(1, "C1", other);
    other[7] = true;
    assertThat(probes.hasNew()).isFalse();
    assertThat(probes.openClasses()).isEqualTo(1);
    live[2] = true;
    assertThat(probes.newHits()).containsExactly(Hits.of(1, 2));
  }

  @Test
  void register_fromManyThreadsLosesNothing() throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      int first = 100 * (t + 1);
      threads[t] =
          new Thread(
              () -> {
                try {
                  start.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                for (int i = 0; i < 50; i++) {
                  register(first + i)[i % 10] = true;
                }
              });
      threads[t].start();
    }
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(probes.newHits()).hasSize(200);
    assertThat(probes.openClasses()).isEqualTo(201);
  }

  @Test
  void watch_tellsWhetherOneExecutionTouchesAll() {
    boolean[] second = register(2);
    live[0] = true;
    probes.accept(List.of(Hits.of(1, 0, 1), Hits.of(2, 4)));
    Probes.Watch watch = probes.watch(List.of(Hits.of(1, 0, 1), Hits.of(2, 4)));
    watch.reset();
    assertThat(watch.allHit()).isFalse();
    live[0] = true;
    live[1] = true;
    assertThat(watch.allHit()).isFalse();
    second[4] = true;
    assertThat(watch.allHit()).isTrue();
    watch.reset();
    assertThat(watch.allHit()).isFalse();
    probes.rewind();
    assertThat(probes.hasNew()).isFalse();
    assertThat(live).containsExactly(Hits.array(0, 1));
  }

  @Test
  void watch_ofAClassThatIsNotLoadedIsNeverHit() {
    Probes.Watch watch = probes.watch(List.of(Hits.of(1, 0), Hits.of(9, 0)));
    watch.reset();
    live[0] = true;
    assertThat(watch.allHit()).isFalse();
  }

  @Test
  void watch_ofNothingIsAlwaysHit() {
    Probes.Watch watch = probes.watch(List.of());
    watch.reset();
    assertThat(watch.allHit()).isTrue();
  }

  @Test
  void watch_worksForFullClasses() {
    probes.accept(List.of(Hits.of(1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)));
    Probes.Watch watch = probes.watch(List.of(Hits.of(1, 2)));
    watch.reset();
    assertThat(watch.allHit()).isFalse();
    live[2] = true;
    assertThat(watch.allHit()).isTrue();
  }

  @Test
  void suspects_areTheClassesWithSomethingNew() {
    boolean[] second = register(2);
    live[1] = true;
    Probes.Suspects suspects = probes.suspects();
    assertThat(suspects.newHits()).containsExactly(Hits.of(1, 1));
    suspects.rewind();
    assertThat(live[1]).isFalse();
    second[1] = true;
    assertThat(suspects.hasNew()).isFalse();
    live[2] = true;
    assertThat(suspects.hasNew()).isTrue();
    assertThat(suspects.newHits()).containsExactly(Hits.of(1, 2));
    assertThat(probes.newHits()).containsExactly(Hits.of(1, 2), Hits.of(2, 1));
  }

  @Test
  void intersection_isByClass() {
    assertThat(
            Probes.intersection(
                List.of(Hits.of(1, 0, 1), Hits.of(2, 5), Hits.of(3, 7)),
                List.of(Hits.of(3, 7, 8), Hits.of(2, 6), Hits.of(1, 1, 2))))
        .containsExactly(Hits.of(1, 1), Hits.of(3, 7));
    assertThat(Probes.intersection(List.of(), List.of(Hits.of(1, 1)))).isEmpty();
  }
}
