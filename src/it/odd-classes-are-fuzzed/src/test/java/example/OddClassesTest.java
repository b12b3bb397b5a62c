// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.mavenfuzz.api.FuzzTest;
import java.lang.invoke.MethodHandle;
import java.util.function.IntPredicate;

class OddClassesTest {
  private static MethodHandle ofJava11;
  private static MethodHandle tooLarge;

  @FuzzTest
  void mocksOfFinalClasses(String owner) {
    Account account = mock(Account.class);
    when(account.balance(owner)).thenReturn(7);
    assertEquals(7, account.balance(owner));
    assertEquals(owner.length(), new Account().balance(owner));
  }

  @FuzzTest
  void otherLoaders(int value) throws Exception {
    IntPredicate isolated = (IntPredicate) Generated.copyOf(Isolated.class);
    assertFalse(isolated.test(value));
  }

  @FuzzTest
  void subroutinesOfJava11(int value) throws Throwable {
    if (ofJava11 == null) {
      ofJava11 = Generated.ofJava11();
    }
    assertFalse((boolean) ofJava11.invokeExact(value));
  }

  @FuzzTest
  void methodsTooLarge(int value) throws Throwable {
    if (tooLarge == null) {
      tooLarge = Generated.tooLarge();
    }
    assertFalse((boolean) tooLarge.invokeExact(value));
  }
}
