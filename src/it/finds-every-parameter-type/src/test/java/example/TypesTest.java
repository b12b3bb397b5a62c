// SPDX-License-Identifier: Apache-2.0
package example;

import io.github.mavenfuzz.api.FuzzTest;

/** One failing target for every type of a parameter; each fails on a value that is not the zero. */
class TypesTest {

  @FuzzTest
  void ofBytes(byte[] b) {
    failIf(b.length == 3 && b[1] < -3);
  }

  @FuzzTest
  void ofString(String s) {
    failIf(s.length() > 2 && s.charAt(0) > 'z');
  }

  @FuzzTest
  void ofBoolean(boolean z) {
    failIf(z);
  }

  @FuzzTest
  void ofByte(byte b) {
    failIf(b < -100);
  }

  @FuzzTest
  void ofChar(char c) {
    failIf(c > 40 && c < 100);
  }

  @FuzzTest
  void ofShort(short s) {
    failIf(s > 1000);
  }

  @FuzzTest
  void ofInt(int i) {
    failIf(i < -70_000);
  }

  @FuzzTest
  void ofLong(long l) {
    failIf(l > 5_000_000_000L);
  }

  @FuzzTest
  void ofFloat(float f) {
    failIf(f > 1.5f && f < 100f);
  }

  @FuzzTest
  void ofDouble(double d) {
    failIf(d < -2.0);
  }

  @FuzzTest
  void ofBoxes(
      Boolean z, Byte b, Character c, Short s, Integer i, Long l, Float f, Double d, byte[] bytes) {
    failIf(z && b != 0 && i > 10);
  }

  @FuzzTest
  void ofTwo(int i, String s) {
    failIf(s.length() > 1 && i > 7);
  }

  private static void failIf(boolean failing) {
    if (failing) {
      throw new IllegalArgumentException("found");
    }
  }
}
