// SPDX-License-Identifier: Apache-2.0
package bench.duel;

import java.util.List;
import java.util.Locale;

/**
 * Small multiples as SVG: a panel per target, in it a line per fuzzer, the median of its runs over
 * time, and a band from the least to the most of them.
 */
final class Plot {

  /**
   * What a fuzzer reached.
   *
   * @param name the fuzzer's
   * @param runs of each run, the branches after each of {@link RefereeMain#STEPS} parts of its time
   */
  record Series(String name, List<List<Integer>> runs) {
    Series {
      // Of a run that was not replayed to its end there is no curve.
      runs = runs.stream().filter(run -> run.size() == RefereeMain.STEPS).toList();
    }
  }

  /** The series of one target. */
  record Panel(String title, int seconds, List<Series> series) {}

  /** Told apart by colour-blind people, too (Okabe and Ito). */
  private static final List<String> COLORS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

  private static final int COLUMNS = 3;
  private static final int PANEL_WIDTH = 320;
  private static final int PANEL_HEIGHT = 230;

  /** Around the axes, in a panel. */
  private static final int LEFT = 62;

  private static final int RIGHT = 14;
  private static final int TOP = 30;
  private static final int BOTTOM = 42;

  /** Parts of the time axis. */
  private static final int TIME_TICKS = 4;

  private static final int LEGEND_HEIGHT = 40;
  private static final int LEGEND_STEP = 190;

  private final StringBuilder svg = new StringBuilder();

  private Plot() {}

  /** Draws panels; each has the same fuzzers. */
  static String of(List<Panel> panels) {
    Plot plot = new Plot();
    plot.draw(panels);
    return plot.svg.toString();
  }

  private void draw(List<Panel> panels) {
    int columns = Math.min(COLUMNS, panels.size());
    int rows = (panels.size() + columns - 1) / columns;
    List<Series> fuzzers = panels.get(0).series();
    int width = Math.max(columns * PANEL_WIDTH, LEFT + fuzzers.size() * LEGEND_STEP);
    int height = LEGEND_HEIGHT + rows * PANEL_HEIGHT;
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
            + " viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
        width, height, width, height);
    add("<title>Branches covered over time</title>");
    add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    for (int i = 0; i < fuzzers.size(); i++) {
      int x = LEFT + i * LEGEND_STEP;
      rectangle(x, 14, 22, 12, i);
      add(
          "<line x1=\"%d\" y1=\"20\" x2=\"%d\" y2=\"20\" stroke=\"%s\" stroke-width=\"2\"/>",
          x, x + 22, color(i));
      add("<text x=\"%d\" y=\"24\">%s</text>", x + 28, escaped(fuzzers.get(i).name()));
    }
    for (int i = 0; i < panels.size(); i++) {
      add(
          "<g transform=\"translate(%d,%d)\">",
          i % columns * PANEL_WIDTH, LEGEND_HEIGHT + i / columns * PANEL_HEIGHT);
      draw(panels.get(i));
      add("</g>");
    }
    add("</svg>");
  }

  private void draw(Panel panel) {
    int most =
        panel.series().stream()
            .flatMap(series -> series.runs().stream())
            .flatMap(List::stream)
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    int tick = tick(most);
    int ticks = Math.max(1, (most + tick - 1) / tick);
    add(
        "<text x=\"%d\" y=\"18\" font-size=\"13\" font-weight=\"bold\">%s</text>",
        LEFT, escaped(panel.title()));
    branchesAxis(ticks, tick);
    secondsAxis(panel.seconds());
    for (int i = 0; i < panel.series().size(); i++) {
      draw(panel.series().get(i).runs(), i, ticks * tick);
    }
  }

  private void branchesAxis(int ticks, int tick) {
    for (int i = 0; i <= ticks; i++) {
      double y = y(i * tick, ticks * tick);
      add(
          "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\"/>",
          LEFT, y, PANEL_WIDTH - RIGHT, y, i == 0 ? "#888888" : "#dddddd");
      add("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%,d</text>", LEFT - 5, y + 4, i * tick);
    }
    add(
        "<text transform=\"translate(14,%d) rotate(-90)\" text-anchor=\"middle\">branches</text>",
        (TOP + PANEL_HEIGHT - BOTTOM) / 2);
  }

  private void secondsAxis(int seconds) {
    for (int i = 0; i <= TIME_TICKS; i++) {
      double x = x(RefereeMain.STEPS * i / TIME_TICKS);
      add(
          "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#888888\"/>",
          x, PANEL_HEIGHT - BOTTOM, x, PANEL_HEIGHT - BOTTOM + 4);
      add(
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>",
          x, PANEL_HEIGHT - BOTTOM + 16, Figures.text((double) seconds * i / TIME_TICKS));
    }
    add(
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">seconds since the start</text>",
        (LEFT + PANEL_WIDTH - RIGHT) / 2, PANEL_HEIGHT - 12);
  }

  private void draw(List<List<Integer>> runs, int index, int top) {
    if (runs.isEmpty()) {
      return;
    }
    StringBuilder most = new StringBuilder(point('M', 0, 0, top));
    StringBuilder least = new StringBuilder();
    StringBuilder median = new StringBuilder(point('M', 0, 0, top));
    for (int i = 1; i <= RefereeMain.STEPS; i++) {
      int step = i - 1;
      double[] sorted = runs.stream().mapToDouble(run -> run.get(step)).sorted().toArray();
      most.append(point('L', i, sorted[sorted.length - 1], top));
      least.insert(0, point('L', i, sorted[0], top));
      median.append(point('L', i, Figures.median(runs, run -> run.get(step)), top));
    }
    add(
        "<path d=\"%s%sZ\" fill=\"%s\" fill-opacity=\"0.2\" stroke=\"none\"/>",
        most, least, color(index));
    add("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", median, color(index));
  }

  private void rectangle(int x, int y, int width, int height, int index) {
    add(
        "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"0.2\"/>",
        x, y, width, height, color(index));
  }

  private static String point(char command, int step, double value, int top) {
    return String.format(Locale.ROOT, "%c%.1f %.1f ", command, x(step), y(value, top));
  }

  private static double x(int step) {
    return LEFT + (double) (PANEL_WIDTH - LEFT - RIGHT) * step / RefereeMain.STEPS;
  }

  private static double y(double value, int top) {
    return PANEL_HEIGHT - BOTTOM - (PANEL_HEIGHT - TOP - BOTTOM) * value / top;
  }

  /** A round distance that goes at most five times into the largest value. */
  private static int tick(int most) {
    for (int power = 1; power < Integer.MAX_VALUE / 10; power *= 10) {
      for (int factor : new int[] {1, 2, 5}) {
        if ((long) power * factor * 5 >= most) {
          return power * factor;
        }
      }
    }
    return most;
  }

  private static String color(int index) {
    return COLORS.get(index % COLORS.size());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
