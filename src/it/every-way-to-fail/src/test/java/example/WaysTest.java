// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.mavenfuzz.api.FuzzTest;
import java.util.concurrent.CountDownLatch;

/** Every target fails on {@code true}, in its own way. */
class WaysTest {

  @FuzzTest
  void assertion(boolean b) {
    assertEquals(false, b, "must not be");
  }

  @FuzzTest
  void javaAssertion(boolean b) {
    assert !b : "must not be";
  }

  @FuzzTest
  void fails(boolean b) {
    if (b) {
      fail("must not be");
    }
  }

  @FuzzTest
  void nullPointer(boolean b) {
    Object o = b ? null : "";
    o.hashCode();
  }

  @FuzzTest
  void checkedException(boolean b) throws Exception {
    if (b) {
      throw new Exception("must not be", new java.io.IOException("cause"));
    }
  }

  @FuzzTest
  void error(boolean b) {
    if (b) {
      throw new Error();
    }
  }

  @FuzzTest
  void stackOverflow(boolean b) {
    if (b) {
      stackOverflow(b);
    }
  }

  @FuzzTest
  void outOfMemory(boolean b) {
    if (b) {
      byte[][] all = new byte[1 << 20][];
      for (int i = 0; i < all.length; i++) {
        all[i] = new byte[1 << 22];
      }
    }
  }

  @FuzzTest
  void exits(boolean b) {
    if (b) {
      System.err.println("goodbye, cruel world");
      System.exit(3);
    }
  }

  @FuzzTest
  void exitsWithZero(boolean b) {
    if (b) {
      System.exit(0);
    }
  }

  @FuzzTest
  void halts(boolean b) {
    if (b) {
      Runtime.getRuntime().halt(4);
    }
  }

  @FuzzTest
  void deadlock(boolean b) throws InterruptedException {
    if (b) {
      new CountDownLatch(1).await();
    }
  }

  @FuzzTest
  void endlessLoop(boolean b) {
    while (b) {
      Thread.onSpinWait();
    }
  }
}
