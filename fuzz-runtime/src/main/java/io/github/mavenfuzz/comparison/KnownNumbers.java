// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.BitSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Which of a method's operands and local variables are integral numbers for certain: a class file
 * does not tell them from truth values, which nothing is to be learned from. Told of one
 * instruction after the other.
 */
final class KnownNumbers {
  private static final String NUMBERS = "IJSBC";

  /** What they return says nothing but which of two is larger, or how large something is. */
  private static final Set<String> WITHOUT_MEANING =
      Set.of(
          "compareTo",
          "compareToIgnoreCase",
          "compare",
          "indexOf",
          "lastIndexOf",
          "mismatch",
          "length",
          "size");

  private final BitSet locals = new BitSet();
  private boolean top;

  /** Of a method before its first instruction. */
  KnownNumbers(boolean isStatic, String descriptor) {
    int local = isStatic ? 0 : 1;
    for (Type parameter : Type.getArgumentTypes(descriptor)) {
      locals.set(local, isNumber(parameter.getDescriptor()));
      local += parameter.getSize();
    }
  }

  /** Whether the topmost operand is one. */
  boolean isOnTop() {
    return top;
  }

  /** An instruction without operands of its own. */
  void passed(int opcode) {
    boolean arithmetic = opcode >= Opcodes.IADD && opcode <= Opcodes.LXOR;
    boolean conversion = opcode >= Opcodes.I2L && opcode <= Opcodes.I2S;
    boolean same = opcode == Opcodes.DUP || opcode == Opcodes.NOP;
    top = arithmetic || conversion || (same && top);
  }

  /** A local variable is read or written. */
  void passedLocal(int opcode, int local) {
    if (opcode == Opcodes.ISTORE) {
      locals.set(local, top || locals.get(local));
    }
    top = opcode == Opcodes.ILOAD && locals.get(local);
  }

  /** A local variable is counted up or down. */
  void counted(int local) {
    locals.set(local);
    top = false;
  }

  /** Something of that type was pushed that has a meaning. */
  void pushed(String descriptor) {
    top = isNumber(descriptor);
  }

  /** A method was called. */
  void called(String name, String descriptor) {
    top = !WITHOUT_MEANING.contains(name) && isNumber(descriptor);
  }

  /** Anything else. */
  void passed() {
    top = false;
  }

  private static boolean isNumber(String descriptor) {
    int result = descriptor.indexOf(')') + 1;
    return descriptor.length() == result + 1 && NUMBERS.indexOf(descriptor.charAt(result)) >= 0;
  }
}
