// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;

/**
 * Puts hooks before comparisons. They leave the stack as it was and have no branches, so that the
 * frames stay right. Thread-safe.
 */
public final class ComparisonInstrumenter {

  /** The JVM compiles no method that is longer: without hooks it stays as fast as it is. */
  private static final int LONGEST_COMPILED = 8000;

  /** Where a class file has it. */
  private static final int MAJOR_VERSION = 6;

  private final Sites sites;

  ComparisonInstrumenter(Sites sites) {
    this.sites = sites;
  }

  /** Returns the class file with hooks; the same array if there is no room for them. */
  public byte[] instrument(byte[] classFile) {
    try {
      Set<String> tooLong = new HashSet<>();
      byte[] hooked = instrument(classFile, Set.of(), tooLong);
      return tooLong.isEmpty() ? hooked : instrument(classFile, tooLong, new HashSet<>());
    } catch (MethodTooLargeException | ClassTooLargeException e) {
      return classFile;
    }
  }

  private byte[] instrument(byte[] classFile, Set<String> without, Set<String> tooLong) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    boolean classConstants = reader.readUnsignedShort(MAJOR_VERSION) >= Opcodes.V1_5;
    reader.accept(new Hooking(writer, without, tooLong, classConstants), 0);
    return writer.toByteArray();
  }

  private final class Hooking extends ClassVisitor {
    private final Set<String> without;
    private final Set<String> tooLong;
    private final boolean classConstants;
    private final ClassTexts constants = new ClassTexts();

    Hooking(ClassVisitor next, Set<String> without, Set<String> tooLong, boolean classConstants) {
      super(Opcodes.ASM9, next);
      this.without = without;
      this.tooLong = tooLong;
      this.classConstants = classConstants;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      String method = name + descriptor;
      // JaCoCo's own methods compare, too.
      if (without.contains(method) || name.startsWith("$jacoco")) {
        return next;
      }
      CodeSizeEvaluator size = new CodeSizeEvaluator(next);
      return new MethodHooks(
          size,
          sites.inMethod(constants),
          classConstants,
          () -> {
            if (size.getMaxSize() > LONGEST_COMPILED) {
              tooLong.add(method);
            }
          });
    }
  }
}
