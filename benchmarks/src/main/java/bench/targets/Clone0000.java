// SPDX-License-Identifier: Apache-2.0
package bench.targets;

import java.util.function.IntUnaryOperator;

/** The template of the classes that {@link ManyClasses} loads: 40 probes. */
public final class Clone0000 implements IntUnaryOperator {

  /** For {@link ManyClasses}. */
  public Clone0000() {}

  @Override
  public int applyAsInt(int operand) {
    return switch (operand & 63) {
      case 0 -> 11;
      case 1 -> 48;
      case 2 -> 85;
      case 3 -> 122;
      case 4 -> 159;
      case 5 -> 196;
      case 6 -> 233;
      case 7 -> 14;
      case 8 -> 51;
      case 9 -> 88;
      case 10 -> 125;
      case 11 -> 162;
      case 12 -> 199;
      case 13 -> 236;
      case 14 -> 17;
      case 15 -> 54;
      case 16 -> 91;
      case 17 -> 128;
      case 18 -> 165;
      case 19 -> 202;
      case 20 -> 239;
      case 21 -> 20;
      case 22 -> 57;
      case 23 -> 94;
      case 24 -> 131;
      case 25 -> 168;
      case 26 -> 205;
      case 27 -> 242;
      case 28 -> 23;
      case 29 -> 60;
      case 30 -> 97;
      case 31 -> 134;
      case 32 -> 171;
      case 33 -> 208;
      case 34 -> 245;
      case 35 -> 26;
      case 36 -> 63;
      case 37 -> 100;
      default -> operand;
    };
  }
}
