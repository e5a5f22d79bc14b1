package dev.clade.valuation.worker.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldoutTest {
  private static final RepositorySet SET = DrawnRepositories.set(200);

  @Test
  void theLastFifthByTimeIsHeldOutAndDeclaresNothing() {
    Holdout holdout = Holdout.temporal(SET);
    assertThat(holdout.split().name()).isEqualTo("temporal");
    assertThat(holdout.learnt().cardinality()).isEqualTo(160);
    assertThat(holdout.learnt().nextClearBit(0)).isEqualTo(160);
    assertThat(holdout.split().test()).hasSize(40);
    assertHidden(holdout);
  }

  @Test
  void groupsAreHeldOutWhole() {
    int[] groups = IntStream.range(0, 200).map(row -> row / 10).toArray();
    Holdout holdout = Holdout.byGroup(SET, "tens", groups, 3);
    assertThat(holdout.split().name()).isEqualTo("tens");
    assertThat(holdout.learnt().cardinality()).isBetween(100, 190).matches(rows -> rows % 10 == 0);
    for (int row = 0; row < 200; row++) {
      assertThat(holdout.learnt().get(row)).isEqualTo(holdout.learnt().get(row / 10 * 10));
    }
    assertHidden(holdout);
  }

  @Test
  void oneGroupCannotBeSplit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Holdout.byGroup(SET, "owners", new int[200], 3))
        .withMessage("featureSets/test cannot be split by owners: there are too few");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Holdout.temporal(
                    new RepositorySet("featureSets/test", "d", SET.snapshot(), List.of())))
        .withMessageContaining("cannot be split by time");
  }

  /** Held-out rows declare parents, which nobody sees; what is learned from is seen. */
  private static void assertHidden(Holdout holdout) {
    BitSet tested = new BitSet();
    Arrays.stream(holdout.split().test()).forEach(tested::set);
    assertThat(tested.intersects(holdout.learnt())).isFalse();
    assertThat(
            tested.stream()
                .filter(row -> holdout.declared().parents()[row].length > 0)
                .allMatch(row -> holdout.visible().parents()[row].length == 0))
        .isTrue();
    assertThat(tested.stream().anyMatch(row -> holdout.declared().parents()[row].length > 0))
        .isTrue();
    assertThat(
            holdout.learnt().stream()
                .allMatch(
                    row ->
                        Arrays.equals(
                            holdout.visible().parents()[row], holdout.declared().parents()[row])))
        .isTrue();
  }
}
