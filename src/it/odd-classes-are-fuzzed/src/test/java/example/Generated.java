// SPDX-License-Identifier: Apache-2.0
package example;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Makes classes that no compiler of today writes, in loaders of their own. */
final class Generated extends ClassLoader {
  private Generated() {
    super(Generated.class.getClassLoader());
  }

  private static MethodHandle method(String name, byte[] classFile) throws Exception {
    Class<?> type =
        new Generated()
            .defineClass(
                name, classFile, 0, classFile.length, Generated.class.getProtectionDomain());
    return MethodHandles.publicLookup()
        .findStatic(type, "test", MethodType.methodType(boolean.class, int.class));
  }

  /** Class file version 45.3, with a subroutine that tells whether its argument is above 1,000. */
  static MethodHandle ofJava11() throws Exception {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    MethodVisitor code = begin(writer, Opcodes.V1_1, "OfJava11");
    Label subroutine = new Label();
    Label small = new Label();
    code.visitJumpInsn(Opcodes.JSR, subroutine);
    code.visitVarInsn(Opcodes.ILOAD, 2);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(subroutine);
    code.visitVarInsn(Opcodes.ASTORE, 1);
    code.visitInsn(Opcodes.ICONST_0);
    code.visitVarInsn(Opcodes.ISTORE, 2);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitIntInsn(Opcodes.SIPUSH, 1_000);
    code.visitJumpInsn(Opcodes.IF_ICMPLE, small);
    code.visitInsn(Opcodes.ICONST_1);
    code.visitVarInsn(Opcodes.ISTORE, 2);
    code.visitLabel(small);
    code.visitVarInsn(Opcodes.RET, 1);
    return method("OfJava11", end(writer, code));
  }

  /** With so many branches that there is no room for their probes. */
  static MethodHandle tooLarge() throws Exception {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    MethodVisitor code = begin(writer, Opcodes.V1_5, "TooLarge");
    for (int i = 0; i < 7_000; i++) {
      Label next = new Label();
      code.visitVarInsn(Opcodes.ILOAD, 0);
      code.visitIntInsn(Opcodes.SIPUSH, i);
      code.visitJumpInsn(Opcodes.IF_ICMPNE, next);
      code.visitLabel(next);
    }
    code.visitInsn(Opcodes.ICONST_0);
    code.visitInsn(Opcodes.IRETURN);
    return method("TooLarge", end(writer, code));
  }

  private static MethodVisitor begin(ClassWriter writer, int version, String name) {
    writer.visit(version, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
    int flags = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC;
    MethodVisitor code = writer.visitMethod(flags, "test", "(I)Z", null, null);
    code.visitCode();
    return code;
  }

  private static byte[] end(ClassWriter writer, MethodVisitor code) {
    code.visitMaxs(0, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Another copy of a class of the class path. */
  static Object copyOf(Class<?> type) throws Exception {
    return new Copies().loadClass(type.getName()).getConstructor().newInstance();
  }

  private static final class Copies extends ClassLoader {
    Copies() {
      super(Generated.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("example.Isolated")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = file.readAllBytes();
        return defineClass(
            name, bytes, 0, bytes.length, Isolated.class.getProtectionDomain());
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
