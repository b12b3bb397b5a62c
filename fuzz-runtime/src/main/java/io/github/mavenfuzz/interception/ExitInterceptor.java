// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.interception;

import java.lang.invoke.MethodHandles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Rewrites calls of {@code System.exit}, {@code Runtime.exit} and {@code Runtime.halt}, and
 * references to these methods, so that they come here instead. What is called by reflection or from
 * native code escapes, and ends the JVM.
 */
public final class ExitInterceptor {

  /** The class that is defined beside Object, where every class loader sees it. */
  private static final String HOME = "java/lang/$MavenFuzzExits";

  /** The name of the class that intercepted calls go to. */
  public static final String CALLED = HOME.replace('/', '.');

  private static final String HANDLER = "handler";
  private static final String HANDLER_TYPE = "java/util/function/ObjIntConsumer";
  private static final int API = Opcodes.ASM9;

  /**
   * A method that ends the JVM.
   *
   * @param descriptor of what is called in its place, whose first argument is the receiver, if any
   * @param status which argument the exit status is
   */
  private record Exit(String simpleName, String name, String descriptor, int status) {
    String call() {
      return simpleName + "." + name;
    }

    String replacement() {
      return simpleName + "_" + name;
    }
  }

  private static final Exit SYSTEM_EXIT = new Exit("System", "exit", "(I)V", 0);
  private static final Exit RUNTIME_EXIT =
      new Exit("Runtime", "exit", "(Ljava/lang/Runtime;I)V", 1);
  private static final Exit RUNTIME_HALT =
      new Exit("Runtime", "halt", "(Ljava/lang/Runtime;I)V", 1);

  private static final Map<String, Exit> EXITS =
      Map.of(
          "java/lang/System.exit(I)V", SYSTEM_EXIT,
          "java/lang/Runtime.exit(I)V", RUNTIME_EXIT,
          "java/lang/Runtime.halt(I)V", RUNTIME_HALT);

  private ExitInterceptor() {}

  /**
   * Prepares this JVM; once, with the package {@code java.lang} open to this library.
   *
   * @param handler told the name of the called method and the exit status; what it throws leaves
   *     the call
   * @throws ReflectiveOperationException if the package is not open
   */
  public static void install(ObjIntConsumer<String> handler) throws ReflectiveOperationException {
    Class<?> home =
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(home());
    home.getField(HANDLER).set(null, handler);
  }

  private static byte[] home() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SYNTHETIC,
        HOME,
        null,
        "java/lang/Object",
        null);
    int handler = Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_VOLATILE;
    writer.visitField(handler, HANDLER, "L" + HANDLER_TYPE + ";", null, null).visitEnd();
    EXITS.values().forEach(exit -> addReplacement(writer, exit));
    writer.visitEnd();
    return writer.toByteArray();
  }

  private static void addReplacement(ClassWriter writer, Exit exit) {
    MethodVisitor code =
        writer.visitMethod(
            Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC,
            exit.replacement(),
            exit.descriptor(),
            null,
            null);
    code.visitCode();
    code.visitFieldInsn(Opcodes.GETSTATIC, HOME, HANDLER, "L" + HANDLER_TYPE + ";");
    code.visitLdcInsn(exit.call());
    code.visitVarInsn(Opcodes.ILOAD, exit.status());
    code.visitMethodInsn(
        Opcodes.INVOKEINTERFACE, HANDLER_TYPE, "accept", "(Ljava/lang/Object;I)V", true);
    code.visitInsn(Opcodes.RETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  /** Returns the class file with its exits intercepted; the same array if it has none. */
  public static byte[] intercept(byte[] classFile) {
    if (!contains(classFile, "exit") && !contains(classFile, "halt")) {
      return classFile;
    }
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Rewriter(writer), 0);
    return writer.toByteArray();
  }

  /** Whether the constant pool has that text, or seems to: most classes need not be parsed. */
  private static boolean contains(byte[] classFile, String text) {
    byte[] constant = ("\1\0" + (char) text.length() + text).getBytes(StandardCharsets.ISO_8859_1);
    for (int i = 0; i <= classFile.length - constant.length; i++) {
      int matching = 0;
      while (matching < constant.length && classFile[i + matching] == constant[matching]) {
        matching++;
      }
      if (matching == constant.length) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Exit exit(String owner, String name, String descriptor) {
    return EXITS.get(owner + "." + name + descriptor);
  }

  private static final class Rewriter extends ClassVisitor {
    Rewriter(ClassVisitor next) {
      super(API, next);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      return new CallRewriter(super.visitMethod(access, name, descriptor, signature, exceptions));
    }
  }

  private static final class CallRewriter extends MethodVisitor {
    CallRewriter(MethodVisitor next) {
      super(API, next);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      Exit exit = exit(owner, name, descriptor);
      if (exit == null) {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      } else {
        super.visitMethodInsn(
            Opcodes.INVOKESTATIC, HOME, exit.replacement(), exit.descriptor(), false);
      }
    }

    @Override
    public void visitInvokeDynamicInsn(
        String name, String descriptor, Handle bootstrap, Object... arguments) {
      Object[] rewritten = arguments.clone();
      for (int i = 0; i < rewritten.length; i++) {
        if (rewritten[i] instanceof Handle handle) {
          rewritten[i] = rewritten(handle);
        }
      }
      super.visitInvokeDynamicInsn(name, descriptor, bootstrap, rewritten);
    }

    private static Handle rewritten(Handle handle) {
      Exit exit = exit(handle.getOwner(), handle.getName(), handle.getDesc());
      return exit == null
          ? handle
          : new Handle(Opcodes.H_INVOKESTATIC, HOME, exit.replacement(), exit.descriptor(), false);
    }
  }
}
