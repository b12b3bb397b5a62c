// SPDX-License-Identifier: Apache-2.0
package bench.targets.planted;

/** Fails at the end of a maze, 30 steps from its start; all steps are the same code. */
public final class Maze {
  private static final String[] ROWS = {
    "#############",
    "#   #   #   #",
    "# # # # # # #",
    "# # # # # # #",
    "# # # # # # #",
    "# #   #   #X#",
    "# ###########",
    "#           #",
    "#############"
  };
  private static final int MOST_STEPS = 80;

  private Maze() {}

  /** Called by fuzzers. Walls and what is no step end the walk. */
  public static void fuzzerTestOneInput(byte[] data) {
    int row = 1;
    int column = 1;
    for (int i = 0; i < Math.min(data.length, MOST_STEPS); i++) {
      switch (data[i]) {
        case 'u' -> row--;
        case 'd' -> row++;
        case 'l' -> column--;
        case 'r' -> column++;
        default -> {
          return;
        }
      }
      char place = ROWS[row].charAt(column);
      if (place == 'X') {
        throw new IllegalStateException("out of the maze");
      }
      if (place == '#') {
        return;
      }
    }
  }
}
