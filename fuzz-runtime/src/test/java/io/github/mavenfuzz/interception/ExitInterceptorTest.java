// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.interception;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ExitInterceptorTest {

  /** Leaves in every way. */
  static final class Leaving {
    private Leaving() {}

    static void leave(int status) {
      System.exit(status);
      Runtime.getRuntime().exit(status);
      Runtime.getRuntime().halt(status);
      IntConsumer reference = System::exit;
      reference.accept(status);
    }
  }

  /** Has names like those, and is left alone. */
  static final class Staying {
    private Staying() {}

    static String exit(String halt) {
      return halt.isEmpty() ? halt : exit("");
    }
  }

  @Test
  void exits_andReferencesToThemAreReplaced() throws IOException {
    assertThat(calls(bytes(Leaving.class)))
        .contains("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
    assertThat(calls(ExitInterceptor.intercept(bytes(Leaving.class))))
        .doesNotContain("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt")
        .contains(
            "java/lang/$MavenFuzzExits.System_exit",
            "java/lang/$MavenFuzzExits.Runtime_exit",
            "java/lang/$MavenFuzzExits.Runtime_halt")
        .filteredOn("java/lang/$MavenFuzzExits.System_exit"::equals)
        .hasSize(2);
  }

  @Test
  void classWithoutThem_isTheSame() throws IOException {
    byte[] none = bytes(Object.class);
    assertThat(ExitInterceptor.intercept(none)).isSameAs(none);
    assertThat(calls(ExitInterceptor.intercept(bytes(Staying.class))))
        .isEqualTo(calls(bytes(Staying.class)));
  }

  private static byte[] bytes(Class<?> type) throws IOException {
    String name = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
    try (InputStream file = type.getResourceAsStream(name)) {
      return file.readAllBytes();
    }
  }

  /** All methods that a class calls or refers to. */
  private static List<String> calls(byte[] classFile) {
    List<String> calls = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String name, String type, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitMethodInsn(
                      int opcode, String owner, String called, String type, boolean isInterface) {
                    calls.add(owner + "." + called);
                  }

                  @Override
                  public void visitInvokeDynamicInsn(
                      String name, String type, Handle bootstrap, Object... arguments) {
                    for (Object argument : arguments) {
                      if (argument instanceof Handle handle) {
                        calls.add(handle.getOwner() + "." + handle.getName());
                      }
                    }
                  }
                };
              }
            },
            0);
    return calls;
  }
}
