package dev.clade.local.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TreeTest {
  @Test
  void drawsBranches() {
    Tree tree = new Tree();
    tree.root("a", "A");
    tree.child("a", "b", "B");
    tree.child("b", "c", "C");
    tree.child("a", "d", "D");

    assertThat(tree.render(10))
        .isEqualTo(
            """
            A
            ├─ B
            │  └─ C
            └─ D
            """);
  }

  @Test
  void countsWhatItLeavesOut() {
    Tree tree = new Tree();
    tree.root("a", "A");
    for (int i = 0; i < 5; i++) {
      tree.child("a", "b" + i, "B" + i);
      tree.child("b" + i, "c" + i, "C" + i);
    }

    assertThat(tree.render(2))
        .isEqualTo(
            """
            A
            ├─ B0
            │  └─ C0
            ├─ B1
            │  └─ C1
            └─ … 3 more, with 3 below them
            """);
  }

  @Test
  void showsOneMoreRatherThanALineThatSaysSo() {
    Tree tree = new Tree();
    tree.root("a", "A");
    for (int i = 0; i < 3; i++) {
      tree.child("a", "b" + i, "B" + i);
    }

    assertThat(tree.lines(2)).extracting(Tree.Line::label).containsExactly("A", "B0", "B1", "B2");
    assertThat(tree.lines(2)).extracting(Tree.Line::parent).containsExactly(-1, 0, 0, 0);
  }
}
