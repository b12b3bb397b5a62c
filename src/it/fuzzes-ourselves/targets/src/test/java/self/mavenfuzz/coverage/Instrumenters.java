// SPDX-License-Identifier: Apache-2.0
package self.mavenfuzz.coverage;

import self.mavenfuzz.shaded.jacoco.instr.Instrumenter;
import self.mavenfuzz.shaded.jacoco.runtime.OfflineInstrumentationAccessGenerator;

/** Opens the door of this package to the tests of others. */
public final class Instrumenters {
  private Instrumenters() {}

  /** One that needs no agent, as what it makes is never run. */
  public static JacocoInstrumenter withoutAgent() {
    return new JacocoInstrumenter(new Instrumenter(new OfflineInstrumentationAccessGenerator()));
  }
}
