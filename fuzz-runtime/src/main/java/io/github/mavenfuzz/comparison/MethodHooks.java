// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Puts hooks into one method. */
final class MethodHooks extends MethodVisitor {

  private static final int TOP_TWO = 2;

  /** Methods of a text that look for a char. */
  private static final Set<String> IN_TEXT = Set.of("indexOf(I)I", "lastIndexOf(I)I");

  private final Sites.MethodSites sites;
  private final HookCode hooks;

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

  /** The text that was pushed last, if nothing was called since. */
  private @Nullable String lastText;

  /** Which operands are numbers. */
  private final KnownNumbers numbers;

  private boolean comparesParts;

  private boolean comparesLongs;

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
  MethodHooks(
      MethodVisitor next,
      Sites.MethodSites sites,
      boolean classConstants,
      KnownNumbers numbers,
      Room room) {
    super(Opcodes.ASM9, next);
    this.classConstants = classConstants;
    this.sites = sites;
    this.hooks = new HookCode(next, sites);
    this.numbers = numbers;
    this.room = room;
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + HookCode.STACK, maxLocals + hooks.locals());
    room.visited(maxStack + HookCode.STACK, maxLocals, comparesParts);
  }

  @Override
  public void visitVarInsn(int opcode, int index) {
    compareLongs(false);
    hash = null;
    passed();
    inRow &= opcode != Opcodes.ASTORE;
    numbers.passedLocal(opcode, index);
    super.visitVarInsn(opcode, index);
  }

  @Override
  public void visitIincInsn(int index, int increment) {
    compareLongs(false);
    numbers.counted(index);
    super.visitIincInsn(index, increment);
  }

  @Override
  public void visitIntInsn(int opcode, int operand) {
    compareLongs(false);
    numbers.passed();
    super.visitIntInsn(opcode, operand);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    compareLongs(false);
    super.visitTypeInsn(opcode, type);
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    compareLongs(false);
    super.visitMultiANewArrayInsn(descriptor, dimensions);
  }

  @Override
  public void visitLabel(Label label) {
    compareLongs(false);
    // Whatever comes from elsewhere.
    numbers.passed();
    super.visitLabel(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    compareLongs(opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE);
    hash = null;
    lastText = null;
    inRow = false;
    if (opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ICMPLE) {
      hooks.ints(opcode == Opcodes.IF_ICMPEQ || opcode == Opcodes.IF_ICMPNE);
    } else if (text > 0 && (opcode == Opcodes.IF_ACMPEQ || opcode == Opcodes.IF_ACMPNE)) {
      // Texts may be interned: who parses names fast compares them so.
      hooks.identity();
    } else if (opcode >= Opcodes.IFEQ && opcode <= Opcodes.IFLE && numbers.isOnTop()) {
      hooks.zero(opcode == Opcodes.IFEQ || opcode == Opcodes.IFNE);
    }
    numbers.passed();
    super.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    compareLongs(false);
    passed();
    boolean read = opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC;
    pushed(read ? descriptor : "");
    numbers.pushed(read ? descriptor : "");
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
    compareLongs(false);
    hash = null;
    passed();
    switch (opcode) {
      case Opcodes.AALOAD -> {
        hooks.index();
        super.visitInsn(opcode);
        inRow = true;
      }
      case Opcodes.BALOAD, Opcodes.CALOAD, Opcodes.SALOAD, Opcodes.IALOAD, Opcodes.LALOAD -> {
        indexInRow();
        super.visitInsn(opcode);
      }
      case Opcodes.LCMP -> comparesLongs = true;
      case Opcodes.DCMPL -> hooks.doubles(true);
      case Opcodes.DCMPG -> hooks.doubles(false);
      case Opcodes.FCMPL, Opcodes.FCMPG -> {
        hooks.floats();
        super.visitInsn(opcode);
      }
      default -> super.visitInsn(opcode);
    }
    numbers.passed(opcode);
  }

  /**
   * Where a program is in a table, such as a board, a map or the transitions of an automaton, is a
   * state of it that no comparison may tell. What is in one row only is mostly a text's chars.
   */
  private void indexInRow() {
    if (inRow) {
      hooks.index();
    }
    inRow = false;
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
    compareLongs(false);
    Site site = switched();
    for (int key : keys) {
      site.addKey(key);
    }
    super.visitLookupSwitchInsn(otherwise, keys, labels);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
    compareLongs(false);
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
      return hooks.key();
    }
    textSwitches.add(site);
    hash = null;
    return site;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    compareLongs(false);
    hash = null;
    passed();
    pushed(descriptor);
    if (owner.equals("java/lang/String") && name.equals("charAt")) {
      indexInRow();
    }
    inRow = false;
    if (owner.equals("java/lang/String") && name.equals("hashCode")) {
      hash = hooks.cases(Hook.Operands.ONE);
    }
    if (opcode == Opcodes.INVOKESTATIC && isValueOf(owner, name, descriptor)) {
      hooks.name(owner);
    }
    Hook hook = Hook.of(opcode == Opcodes.INVOKESTATIC, owner, name, descriptor);
    if (hook != null) {
      hooks.call(hook);
    } else if (lastText != null && Names.mayBeSought(lastText, owner, name, descriptor)) {
      hooks.argument(lastText);
    }
    lastText = null;
    if (owner.equals("java/lang/String") && IN_TEXT.contains(name + descriptor)) {
      hooks.infix();
    }
    if (Hook.isOfParts(owner, name, descriptor)) {
      boolean isStatic = opcode == Opcodes.INVOKESTATIC;
      compareParts(isStatic ? descriptor : "(L" + owner + ";" + descriptor.substring(1));
    }
    if (HookCode.isOfNumbers(owner, name)) {
      hooks.numbers(owner, descriptor);
    } else {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
    numbers.called(name, descriptor);
  }

  /** By way of local variables, if there are any that nobody uses. */
  private void compareParts(String descriptor) {
    comparesParts = true;
    if (room.freeLocal() >= 0) {
      hooks.parts(descriptor, room.freeLocal());
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
    compareLongs(false);
    if (bootstrap.getOwner().equals("java/lang/runtime/SwitchBootstraps")
        && Type.getArgumentTypes(descriptor)[0].getSort() == Type.OBJECT) {
      // An object, and where to go on in the cases.
      Site site = hooks.cases(Hook.Operands.ONE_BELOW_ONE);
      for (Object label : arguments) {
        if (label instanceof String text) {
          site.addText(text);
        }
      }
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
    numbers.passed();
  }

  @Override
  public void visitLdcInsn(Object value) {
    compareLongs(false);
    passed();
    numbers.passed();
    if (value instanceof String constant) {
      text = TOP_TWO;
      lastText = constant;
      sites.mention(constant);
      for (Site site : textSwitches) {
        if (site.keys().contains((long) constant.hashCode())) {
          site.addText(constant);
        }
      }
    }
    super.visitLdcInsn(value);
  }

  /** Two longs, if the last instruction was to compare them: what comes then says as what. */
  private void compareLongs(boolean equality) {
    if (comparesLongs) {
      comparesLongs = false;
      hooks.longs(equality);
    }
  }
}
