package dev.clade.local.print;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A forest. Of many brothers only the first are shown, and how many more there are. */
public final class Tree {
  /**
   * A line of the drawn forest.
   *
   * @param depth how far below a root; 0 for a root
   * @param parent index of the parent's line; -1 for a root
   * @param branch what leads to the label on a terminal
   * @param label the node in words
   */
  public record Line(int depth, int parent, String branch, String label) {}

  private final Map<String, String> labels = new LinkedHashMap<>();
  private final Map<String, List<String>> children = new HashMap<>();
  private final List<String> roots = new ArrayList<>();

  /** Adds a node without a parent. */
  public void root(String key, String label) {
    labels.put(key, label);
    roots.add(key);
  }

  /** Adds a node under a parent that was added before. */
  public void child(String parent, String key, String label) {
    labels.put(key, label);
    children.computeIfAbsent(parent, unused -> new ArrayList<>()).add(key);
  }

  /** Returns whether a node was added. */
  public boolean has(String key) {
    return labels.containsKey(key);
  }

  /**
   * Returns the forest as text, each line ended.
   *
   * @param most most children to show of one node, and most roots
   */
  public String render(int most) {
    return lines(most).stream()
        .map(line -> line.branch() + line.label() + "\n")
        .collect(Collectors.joining());
  }

  /**
   * Returns the lines from top to bottom.
   *
   * @param most most children to show of one node, and most roots
   */
  public List<Line> lines(int most) {
    List<Line> lines = new ArrayList<>();
    int shown = shown(roots, most);
    for (String root : roots.subList(0, shown)) {
      lines.add(new Line(0, -1, "", labels.get(root)));
      addBranches(lines, root, 1, "", most);
    }
    if (shown < roots.size()) {
      lines.add(new Line(0, -1, "", more(roots.subList(shown, roots.size()))));
    }
    return lines;
  }

  private void addBranches(List<Line> lines, String key, int depth, String indent, int most) {
    int parent = lines.size() - 1;
    List<String> all = children.getOrDefault(key, List.of());
    int shown = shown(all, most);
    for (int i = 0; i < shown; i++) {
      boolean last = i == all.size() - 1;
      lines.add(new Line(depth, parent, indent + (last ? "└─ " : "├─ "), labels.get(all.get(i))));
      addBranches(lines, all.get(i), depth + 1, indent + (last ? "   " : "│  "), most);
    }
    if (shown < all.size()) {
      lines.add(new Line(depth, parent, indent + "└─ ", more(all.subList(shown, all.size()))));
    }
  }

  /** One brother more than allowed is shown: a line that says so would not be shorter. */
  private static int shown(List<String> brothers, int most) {
    return brothers.size() <= most + 1 ? brothers.size() : most;
  }

  private String more(List<String> hidden) {
    int below = hidden.stream().mapToInt(this::descendants).sum();
    return below == 0
        ? "… %,d more".formatted(hidden.size())
        : "… %,d more, with %,d below them".formatted(hidden.size(), below);
  }

  private int descendants(String key) {
    return children.getOrDefault(key, List.of()).stream()
        .mapToInt(child -> 1 + descendants(child))
        .sum();
  }
}
