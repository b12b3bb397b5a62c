// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import org.junit.jupiter.api.Test;

class SitesTest {

  /** A target may make classes without end: those that come late run without hooks. */
  @Test
  void sites_areLimited() throws Exception {
    Sites sites = new Sites();
    ComparisonInstrumenter instrumenter = new ComparisonInstrumenter(sites);
    byte[] classFile;
    try (InputStream file = Comparing.class.getResourceAsStream("Comparing.class")) {
      classFile = file.readAllBytes();
    }
    Sites.MethodSites method = sites.inMethod(new ClassTexts());
    for (int i = 1; i < 1 << 18; i++) {
      int unused = method.add(Site.Kind.NUMBERS, false);
    }
    assertThat(sites.isFull()).isFalse();
    assertThat(instrumenter.instrument(classFile)).isNotSameAs(classFile);
    assertThat(sites.isFull()).isTrue();
    assertThat(instrumenter.instrument(classFile)).isSameAs(classFile);
  }

  @Test
  void sites_areFoundByTheirNumbers() {
    Sites sites = new Sites();
    Sites.MethodSites method = sites.inMethod(new ClassTexts());
    for (int i = 0; i < 5_000; i++) {
      int number = method.add(Site.Kind.NUMBERS, i % 2 == 0);
      assertThat(sites.get(number)).isSameAs(method.last());
      assertThat(Sites.isEquality(number)).isEqualTo(i % 2 == 0);
    }
    assertThat(sites.get(2 * 5_000)).as("there is none").isNull();
    assertThat(sites.get(Integer.MAX_VALUE)).isNull();
  }

  @Test
  void textsOfOthers_areThereOnceThoseHaveBeenRead() {
    Sites sites = new Sites();
    ClassTexts user = new ClassTexts();
    user.addSource("a/Table");
    ClassTexts table = new ClassTexts();
    sites.hasRead("a/Table", table);
    assertThat(sites.usedBy(user)).as("a class without texts").isEmpty();
    table.add("word");
    assertThat(sites.usedBy(user)).isEmpty();
    sites.hasRead("a/Table", table);
    assertThat(sites.usedBy(user)).containsExactly(table);
  }
}
