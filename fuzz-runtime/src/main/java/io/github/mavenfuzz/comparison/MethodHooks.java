// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Site.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts hooks into one method. */
final class MethodHooks extends MethodVisitor {

  /** What hooks push at most. */
  private static final int STACK = 5;

  /** How many local variables of our own there are at most. */
  static final int MOST_LOCALS = 5;

  private static final int TOP_TWO = 2;

  private final Sites.MethodSites sites;

  /** The switches over a text's hash so far: the texts come after them. */
  private final List<Site> textSwitches = new ArrayList<>();

  /** The hook of a call of String.hashCode that came just before. */
  private @Nullable Site hash;

  /** Whether what comes may be an index into what was just taken out of an array. */
  private boolean inRow;

  private final boolean classConstants;
  private final Room room;

  /** Whether one of the topmost two operands is known to be a text: it was pushed just before. */
  private int text;

  private boolean comparesParts;

  /** How many local variables of our own are in use. */
  private int moreLocals;

  /** What a method has room for. */
  interface Room {

    /** The first local variable that the method does not use; negative if that is not known. */
    int freeLocal();

    /**
     * All of the method has been visited.
     *
     * @param stack how deep its stack is with hooks
     * @param locals how many local variables it has without them
     * @param comparesParts whether a hook needs to know of a free local variable
     */
    void visited(int stack, int locals, boolean comparesParts);
  }

  /**
   * Of one method.
   *
   * @param classConstants whether the class file is of a version that has constants of classes
   */
  MethodHooks(MethodVisitor next, Sites.MethodSites sites, boolean classConstants, Room room) {
    super(Opcodes.ASM9, next);
    this.classConstants = classConstants;
    this.sites = sites;
    this.room = room;
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + STACK, maxLocals + moreLocals);
    room.visited(maxStack + STACK, maxLocals, comparesParts);
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    hash = null;
    passed();
    inRow &= opcode != Opcodes.ASTORE;
    super.visitVarInsn(opcode, index);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    hash = null;
    inRow = false;
    if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
      super.visitInsn(Opcodes.DUP2);
      boolean equality = opcode == Opcodes.IF_ICMPEQ || opcode == Opcodes.IF_ICMPNE;
      log("ints", "(III)V", Kind.NUMBERS, equality);
    } else if (text > 0 && (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE)) {
      // Texts may be interned: who parses names fast compares them so.
      super.visitInsn(Opcodes.DUP2);
      log("objects", "(Ljava/lang/Object;Ljava/lang/Object;I)V", Kind.IDENTITY);
    }
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    passed();
    boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    pushed(read ? descriptor : "");
    if (opcode == Opcodes.GETSTATIC && isTable(descriptor)) {
      sites.use(owner);
    }
    super.visitFieldInsn(opcode, owner, name, descriptor);
  }

  private static boolean isTable(String descriptor) {
    return descriptor.startsWith("[L") || descriptor.startsWith("Ljava/util/");
  }

  /** An instruction like most others. */
  private void passed() {
    text = Math.max(0, text - 1);
  }

  private void pushed(String descriptor) {
    if (descriptor.endsWith("Ljava/lang/String;")) {
      text = TOP_TWO;
    }
  }

  @Override
  public void visitInsn(int opcode) {
    hash = null;
    passed();
    switch (opcode) {
      case Opcodes.AALOAD -> {
        index();
        super.visitInsn(opcode);
        inRow = true;
      }
      case Opcodes.BALOAD, Opcodes.CALOAD, Opcodes.SALOAD, Opcodes.IALOAD, Opcodes.LALOAD -> {
        indexInRow();
        super.visitInsn(opcode);
      }
      case Opcodes.LCMP -> log("longs", "(JJI)I", Kind.NUMBERS);
      case Opcodes.DCMPL -> log("doublesLess", "(DDI)I", Kind.DECIMALS);
      case Opcodes.DCMPG -> log("doublesGreater", "(DDI)I", Kind.DECIMALS);
      case Opcodes.FCMPL, Opcodes.FCMPG -> {
        super.visitInsn(Opcodes.DUP2);
        log("floats", "(FFI)V", Kind.DECIMALS);
        super.visitInsn(opcode);
      }
      default -> super.visitInsn(opcode);
    }
  }

  /**
   * Where a program is in a table, such as a board, a map or the transitions of an automaton, is a
   * state of it that no comparison may tell. What is in one row only is mostly a text's chars.
   */
  private void indexInRow() {
    if (inRow) {
      index();
    }
    inRow = false;
  }

  private void index() {
    super.visitInsn(Opcodes.DUP);
    log("key", "(II)V", Kind.INDEX, true);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    Site site = switched();
    for (int key : keys) {
      site.addKey(key);
    }
    super.visitLookupSwitchInsn(otherwise, keys, labels);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    Site site = switched();
    for (int i = 0; i < labels.length; i++) {
      // Where a case is missing the table goes where everything else goes.
      if (!labels[i].equals(otherwise)) {
        site.addKey((long) min + i);
      }
    }
    super.visitTableSwitchInsn(min, max, otherwise, labels);
  }

  /** Where a switch decides: on a text, if that was hashed just before, else on a number. */
  private Site switched() {
    Site site = hash;
    if (site == null) {
      super.visitInsn(Opcodes.DUP);
      log("key", "(II)V", Kind.SWITCH);
      return sites.last();
    }
    textSwitches.add(site);
    hash = null;
    return site;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    hash = null;
    passed();
    pushed(descriptor);
    if (owner.equals("java/lang/String") && name.equals("charAt")) {
      indexInRow();
    }
    inRow = false;
    if (owner.equals("java/lang/String") && name.equals("hashCode")) {
      Hook.Operands.ONE.copy(mv);
      log("subject", "(Ljava/lang/Object;I)V", Kind.TEXT_SWITCH);
      hash = sites.last();
    }
    if (opcode == Opcodes.INVOKESTATIC && isValueOf(owner, name, descriptor)) {
      super.visitInsn(Opcodes.DUP);
      super.visitLdcInsn(Type.getObjectType(owner));
      super.visitInsn(Opcodes.SWAP);
      log("objects", "(Ljava/lang/Object;Ljava/lang/Object;I)V", Kind.ENUM);
    }
    Hook hook = Hook.of(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor);
    if (hook != null) {
      hook.operands().copy(mv);
      boolean one = hook.operands().isOne();
      log(
          one ? "subject" : "objects",
          one ? "(Ljava/lang/Object;I)V" : "(Ljava/lang/Object;Ljava/lang/Object;I)V",
          hook.kind());
      hook.texts().forEach(sites.last()::addText);
    }
    if (Hook.isOfParts(owner, name, descriptor)) {
      boolean isStatic = opcode == Opcodes.INVOKESTATIC;
      logParts(isStatic ? descriptor : "(L" + owner + ";" + descriptor.substring(1));
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  /**
   * Copies operands by way of local variables, if there are any that nobody uses; all but the
   * first: where that comes from is in the message when it is null.
   */
  private void logParts(String descriptor) {
    comparesParts = true;
    if (room.freeLocal() < 0) {
      return;
    }
    Type[] operands = Type.getArgumentTypes(descriptor);
    for (int i = operands.length - 1; i > 0; i--) {
      super.visitVarInsn(operands[i].getOpcode(Opcodes.ISTORE), room.freeLocal() + i - 1);
    }
    super.visitInsn(Opcodes.DUP);
    load(operands);
    String parameters = descriptor.substring(0, descriptor.indexOf(')'));
    log("parts", parameters + "I)V", Kind.EQUAL);
    load(operands);
    moreLocals = Math.max(moreLocals, operands.length - 1);
  }

  private void load(Type[] operands) {
    for (int i = 1; i < operands.length; i++) {
      super.visitVarInsn(operands[i].getOpcode(Opcodes.ILOAD), room.freeLocal() + i - 1);
    }
  }

  /** Of an enum, which may be one that has no hooks of its own. */
  private boolean isValueOf(String owner, String name, String descriptor) {
    return classConstants
        && name.equals("valueOf")
        && descriptor.equals("(Ljava/lang/String;)L" + owner + ";")
        && !owner.startsWith("java/lang/");
  }

  /** A switch over patterns has its cases, texts and numbers among them, as arguments. */
  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (bootstrap.getOwner().equals("java/lang/runtime/SwitchBootstraps")
        && Type.getArgumentTypes(descriptor)[0].getSort() == Type.OBJECT) {
      // An object, and where to go on in the cases.
      super.visitInsn(Opcodes.DUP2);
      super.visitInsn(Opcodes.POP);
      log("subject", "(Ljava/lang/Object;I)V", Kind.TEXT_SWITCH);
      for (Object label : arguments) {
        if (label instanceof String text) {
          sites.last().addText(text);
        }
      }
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitLdcInsn(Object value) {
    passed();
    if (value instanceof String constant) {
      text = TOP_TWO;
      sites.mention(constant);
      for (Site site : textSwitches) {
        if (site.keys().contains((long) constant.hashCode())) {
          site.addText(constant);
        }
      }
    }
    super.visitLdcInsn(value);
  }

  private void log(String method, String descriptor, Kind kind) {
    log(method, descriptor, kind, false);
  }

  private void log(String method, String descriptor, Kind kind, boolean equality) {
    super.visitLdcInsn(sites.add(kind, equality));
    super.visitMethodInsn(Opcodes.INVOKESTATIC, HookedLog.NAME, method, descriptor, false);
  }
}
