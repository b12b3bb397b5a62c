// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.targets;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a class file says of a class, as far as targets go.
 *
 * @param name the binary name
 * @param access ASM's access flags
 * @param parents the internal names of the superclass and the interfaces
 * @param local whether it is declared inside a method: JUnit does not run such a class
 * @param annotations the descriptors of its annotations
 * @param methods its methods in the order of the file
 */
record ScannedClass(
    String name,
    int access,
    List<String> parents,
    boolean local,
    Set<String> annotations,
    List<Method> methods) {

  /** A method: its name, descriptor, access flags and its annotations' descriptors. */
  record Method(String name, String descriptor, int access, Set<String> annotations) {
    boolean is(int flag) {
      return (access & flag) != 0;
    }
  }

  /**
   * Reads a class file.
   *
   * @throws IllegalArgumentException if it is no class file, or of a newer Java than ASM knows
   */
  static ScannedClass read(byte[] classFile) {
    ClassReader reader;
    try {
      reader = new ClassReader(classFile);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("truncated", e);
    }
    Visitor visitor = new Visitor();
    reader.accept(
        visitor, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return new ScannedClass(
        reader.getClassName().replace('/', '.'),
        reader.getAccess(),
        visitor.parents,
        visitor.local,
        visitor.annotations,
        visitor.methods);
  }

  /** Whether JUnit can make an instance of it: no interface, not abstract, not local. */
  boolean isConcrete() {
    return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_INTERFACE)) == 0 && !local;
  }

  boolean isAnnotation() {
    return (access & Opcodes.ACC_ANNOTATION) != 0;
  }

  private static final class Visitor extends ClassVisitor {
    private final List<String> parents = new ArrayList<>();
    private final Set<String> annotations = new HashSet<>();
    private final List<Method> methods = new ArrayList<>();
    private boolean local;

    Visitor() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String[] interfaces) {
      if (superName != null) {
        parents.add(superName);
      }
      parents.addAll(List.of(interfaces));
    }

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {
      local = true;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      annotations.add(descriptor);
      return null;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Set<String> ofMethod = new HashSet<>();
      methods.add(new Method(name, descriptor, access, ofMethod));
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
          ofMethod.add(annotation);
          return null;
        }
      };
    }
  }
}
