// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Site.Kind;
import java.util.Set;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Writes the code of hooks into a method: each tells {@link HookedLog} what is on the stack. */
final class HookCode {

  /** What hooks push at most. */
  static final int STACK = 5;

  /** How many local variables of our own there are at most. */
  static final int MOST_LOCALS = 5;

  /** Classes whose static method {@code compare} takes two of the numbers that they box. */
  private static final Set<String> NUMBERS =
      Set.of(
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Double",
          "java/lang/Float",
          "java/lang/Character");

  private static final String OF_OBJECTS = "(Ljava/lang/Object;Ljava/lang/Object;I)V";
  private static final String OF_ONE = "(Ljava/lang/Object;I)V";

  private final MethodVisitor code;
  private final Sites.MethodSites sites;

  /** How many local variables of our own are in use. */
  private int locals;

  HookCode(MethodVisitor code, Sites.MethodSites sites) {
    this.code = code;
    this.sites = sites;
  }

  int locals() {
    return locals;
  }

  /** Two ints are compared. */
  void ints(boolean equality) {
    code.visitInsn(Opcodes.DUP2);
    log("ints", "(III)V", Kind.NUMBERS, equality);
  }

  /** An int is compared with zero. */
  void zero(boolean equality) {
    code.visitInsn(Opcodes.DUP);
    log("zero", "(II)V", Kind.NUMBERS, equality);
  }

  /** Two longs are compared, by the hook. */
  void longs(boolean equality) {
    log("longs", "(JJI)I", Kind.NUMBERS, equality);
  }

  /** Two doubles are compared, by the hook: what is not a number is less, or greater. */
  void doubles(boolean less) {
    log(less ? "doublesLess" : "doublesGreater", "(DDI)I", Kind.DECIMALS, false);
  }

  /** Two floats are compared. */
  void floats() {
    code.visitInsn(Opcodes.DUP2);
    log("floats", "(FFI)V", Kind.DECIMALS, false);
  }

  /** A static method of a class of numbers compares two of them: it, or the hook, does. */
  void numbers(String owner, String descriptor) {
    switch (descriptor) {
      case "(JJ)I" -> longs(false);
      case "(DD)I" -> log("doubles", "(DDI)I", Kind.DECIMALS, false);
      default -> {
        if (descriptor.equals("(FF)I")) {
          floats();
        } else {
          ints(false);
        }
        code.visitMethodInsn(Opcodes.INVOKESTATIC, owner, "compare", descriptor, false);
      }
    }
  }

  static boolean isOfNumbers(String owner, String name) {
    return name.equals("compare") && NUMBERS.contains(owner);
  }

  /** Two objects are compared by whether they are the same. */
  void identity() {
    code.visitInsn(Opcodes.DUP2);
    log("objects", OF_OBJECTS, Kind.IDENTITY, true);
  }

  /** An int says what is taken out of an array. */
  void index() {
    code.visitInsn(Opcodes.DUP);
    log("key", "(II)V", Kind.INDEX, true);
  }

  /** An int says where a switch goes. */
  Site key() {
    code.visitInsn(Opcodes.DUP);
    log("key", "(II)V", Kind.SWITCH, true);
    return sites.last();
  }

  /** A text is hashed, or an object told from the cases of a switch below where to go on. */
  Site cases(Hook.Operands operands) {
    operands.copy(code);
    log("subject", OF_ONE, Kind.TEXT_SWITCH, true);
    return sites.last();
  }

  /** A text names one of an enum. */
  void name(String type) {
    code.visitInsn(Opcodes.DUP);
    code.visitLdcInsn(Type.getObjectType(type));
    code.visitInsn(Opcodes.SWAP);
    log("objects", OF_OBJECTS, Kind.ENUM, true);
  }

  /** A method is called whose operands are compared. */
  void call(Hook hook) {
    hook.operands().copy(code);
    if (hook.kind() == Kind.BYTES_FORM) {
      log("data", OF_ONE, hook.kind(), true);
    } else if (hook.operands().isOne()) {
      log("subject", OF_ONE, hook.kind(), true);
    } else {
      log("objects", OF_OBJECTS, hook.kind(), true);
    }
    hook.texts().forEach(sites.last()::addText);
  }

  /** A method is called with a text that is always the same. */
  void argument(String text) {
    code.visitLdcInsn(text);
    log("subject", OF_ONE, Kind.ARGUMENT, true);
  }

  /** A text is looked through for a char. */
  void infix() {
    code.visitInsn(Opcodes.DUP2);
    log("infix", "(Ljava/lang/String;II)V", Kind.INFIX, true);
  }

  /**
   * A method is called with parts of texts or arrays, which takes these operands. Copies them by
   * way of local variables; all but the first: where that comes from is in the message when it is
   * null.
   */
  void parts(String descriptor, int freeLocal) {
    Type[] operands = Type.getArgumentTypes(descriptor);
    for (int i = operands.length - 1; i > 0; i--) {
      code.visitVarInsn(operands[i].getOpcode(Opcodes.ISTORE), freeLocal + i - 1);
    }
    code.visitInsn(Opcodes.DUP);
    load(operands, freeLocal);
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    log("parts", parameters + "I)V", Kind.EQUAL, true);
    load(operands, freeLocal);
    locals = Math.max(locals, operands.length - 1);
  }

  private void load(Type[] operands, int freeLocal) {
    for (int i = 1; i < operands.length; i++) {
      code.visitVarInsn(operands[i].getOpcode(Opcodes.ILOAD), freeLocal + i - 1);
    }
  }

  private void log(String method, String descriptor, Kind kind, boolean equality) {
    code.visitLdcInsn(sites.add(kind, equality));
    code.visitMethodInsn(Opcodes.INVOKESTATIC, HookedLog.NAME, method, descriptor, false);
  }
}
