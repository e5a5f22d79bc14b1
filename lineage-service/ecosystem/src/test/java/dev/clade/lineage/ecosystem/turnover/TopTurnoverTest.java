package dev.clade.lineage.ecosystem.turnover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopTurnoverTest {
  private static final List<MeasuredSnapshot> SNAPSHOTS =
      List.of(
          new MeasuredSnapshot("1", Map.of("a", 3L, "b", 2L, "c", 1L)),
          new MeasuredSnapshot("2", Map.of("b", 5L, "c", 5L, "d", 1L)),
          new MeasuredSnapshot("3", Map.of("org/a", 9L, "d", 8L, "B", 8L)));

  @Test
  void comparesEachWithTheLastAndWithAllBefore() {
    TopTurnover turnover = TopTurnover.of(SNAPSHOTS, 2, Map.of("a", "org/a", "B", "b"));
    assertThat(turnover.changes())
        .containsExactly(
            new TopChange("1", 2, 0, 0, 2, 0, 2, 0),
            new TopChange("2", 2, 1, 0, 1, 1, 5, 0),
            new TopChange("3", 2, 1, 1, 0, 1, 8, 1));
    assertThat(turnover.everInTop()).isEqualTo(3);
  }

  @Test
  void whatWasRenamedIsNewWithoutAliases() {
    TopTurnover turnover = TopTurnover.of(SNAPSHOTS, 2, Map.of());
    assertThat(turnover.changes().getLast()).isEqualTo(new TopChange("3", 2, 0, 0, 2, 2, 8, 1));
    assertThat(turnover.everInTop()).isEqualTo(5);
  }

  @Test
  void theLargestOfTwoNamesCounts() {
    MeasuredSnapshot both = new MeasuredSnapshot("both", Map.of("old", 9L, "new", 1L, "x", 5L));
    Top top = Top.of(both, 1, Map.of("old", "new"));
    assertThat(top).isEqualTo(new Top(Set.of("new"), 9, 0));
  }

  @Test
  void aSmallSnapshotIsAllTop() {
    MeasuredSnapshot empty = new MeasuredSnapshot("0", Map.of());
    TopTurnover turnover = TopTurnover.of(List.of(empty, SNAPSHOTS.getFirst()), 10, Map.of());
    assertThat(turnover.changes())
        .containsExactly(
            new TopChange("0", 0, 0, 0, 0, 0, 0, 0), new TopChange("1", 3, 0, 0, 3, 0, 1, 0));
  }

  @Test
  void noTopIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopTurnover.of(SNAPSHOTS, 0, Map.of()))
        .withMessage("size must be at least 1, not 0");
  }
}
