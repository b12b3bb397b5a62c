// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.Dictionary;
import io.github.mavenfuzz.api.FuzzTest;

class MissingTest {

  @FuzzTest
  @Dictionary(files = "missing.dict")
  void missing(byte[] data) {}
}
