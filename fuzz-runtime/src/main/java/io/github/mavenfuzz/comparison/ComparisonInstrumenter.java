// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

  /** The name of the class that hooks call. */
  public static final String CALLED = HookedLog.NAME.replace('/', '.');

  /** The JVM compiles no method that is longer: without hooks it stays as fast as it is. */
  private static final int LONGEST_COMPILED = 8000;

  /** The most that a class file has a number for. */
  private static final int MOST_WORDS = 0xFFFF;

  /** Where a class file has it. */
  private static final int MAJOR_VERSION = 6;

  private final Sites sites;

  ComparisonInstrumenter(Sites sites) {
    this.sites = sites;
  }

  /** Returns the class file with hooks; the same array if there is no room for them. */
  public byte[] instrument(byte[] classFile) {
    if (sites.isFull()) {
      return classFile;
    }
    try {
      Methods methods = new Methods();
      byte[] hooked = instrument(classFile, methods);
      while (methods.haveChanged()) {
        hooked = instrument(classFile, methods);
      }
      return hooked;
    } catch (MethodTooLargeException | ClassTooLargeException e) {
      return classFile;
    }
  }

  private byte[] instrument(byte[] classFile, Methods methods) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    boolean classConstants = reader.readUnsignedShort(MAJOR_VERSION) >= Opcodes.V1_5;
    ClassTexts constants = new ClassTexts();
    // Tables of texts may be in an interface, for all that implement it.
    Stream.concat(Stream.ofNullable(reader.getSuperName()), Stream.of(reader.getInterfaces()))
        .forEach(constants::addSource);
    reader.accept(new Hooking(writer, methods, classConstants, constants), 0);
    // Not before: the thread that runs the target may read them while others load classes.
    sites.hasRead(reader.getClassName(), constants);
    return writer.toByteArray();
  }

  /** What is known of a class's methods only after they have been visited. */
  private static final class Methods {
    private final Set<String> withoutRoom = new HashSet<>();
    private final Map<String, Integer> freeLocals = new HashMap<>();
    private boolean changed;

    /** Whether that is more than before, so that the class is to be visited again. */
    boolean haveChanged() {
      boolean before = changed;
      changed = false;
      return before;
    }

    void hasNoRoom(String method) {
      changed |= withoutRoom.add(method);
    }

    void hasLocals(String method, int count) {
      changed |= freeLocals.put(method, count) == null;
    }
  }

  private final class Hooking extends ClassVisitor {
    private final Methods methods;
    private final boolean classConstants;
    private final ClassTexts constants;

    Hooking(ClassVisitor next, Methods methods, boolean classConstants, ClassTexts constants) {
      super(Opcodes.ASM9, next);
      this.constants = constants;
      this.methods = methods;
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
      if (methods.withoutRoom.contains(method) || name.startsWith("$jacoco")) {
        return next;
      }
      CodeSizeEvaluator size = new CodeSizeEvaluator(next);
      return new MethodHooks(
          size,
          sites.inMethod(constants),
          classConstants,
          new KnownNumbers((access & Opcodes.ACC_STATIC) != 0, descriptor),
          room(method, size));
    }

    private MethodHooks.Room room(String method, CodeSizeEvaluator size) {
      return new MethodHooks.Room() {
        @Override
        public int freeLocal() {
          return methods.freeLocals.getOrDefault(method, -1);
        }

        @Override
        public void visited(int stack, int locals, boolean comparesParts) {
          if (size.getMaxSize() > LONGEST_COMPILED || stack > MOST_WORDS) {
            methods.hasNoRoom(method);
          } else if (comparesParts && locals + HookCode.MOST_LOCALS <= MOST_WORDS) {
            methods.hasLocals(method, locals);
          }
        }
      };
    }
  }
}
