package dev.clade.local.report;

import dev.clade.local.print.Tree;
import java.util.List;
import java.util.Locale;

/** Draws a family as a tree from left to right, one line a member. */
final class FamilyDrawing {
  private static final int LINE_HEIGHT = 20;
  private static final int STEP = 28;
  private static final int CHARACTER_WIDTH = 8;

  private FamilyDrawing() {}

  static String svg(List<Tree.Line> lines) {
    int width =
        lines.stream()
            .mapToInt(line -> x(line) + 20 + line.label().length() * CHARACTER_WIDTH)
            .max()
            .orElse(0);
    StringBuilder svg =
        new StringBuilder(
            "<svg role=\"img\" aria-label=\"family tree\" width=\"%d\" height=\"%d\">%n"
                .formatted(width, lines.size() * LINE_HEIGHT + 10));
    for (int i = 0; i < lines.size(); i++) {
      Tree.Line line = lines.get(i);
      if (line.parent() >= 0) {
        int parentX = x(lines.get(line.parent()));
        svg.append(
            "<path class=\"branch\" d=\"M%d %d V%d H%d\"/>%n"
                .formatted(parentX, y(line.parent()) + 5, y(i), x(line) - 5));
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      Tree.Line line = lines.get(i);
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%d\" cy=\"%d\" r=\"4\"/><text x=\"%d\" y=\"%d\">%s</text>%n",
              x(line),
              y(i),
              x(line) + 10,
              y(i) + 4,
              Markup.escape(line.label())));
    }
    return svg.append("</svg>\n").toString();
  }

  private static int x(Tree.Line line) {
    return 10 + line.depth() * STEP;
  }

  private static int y(int index) {
    return 15 + index * LINE_HEIGHT;
  }
}
