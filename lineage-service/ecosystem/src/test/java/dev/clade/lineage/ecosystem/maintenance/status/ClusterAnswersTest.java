package dev.clade.lineage.ecosystem.maintenance.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Against scikit-learn: see {@code maintenance_answers.py}. */
class ClusterAnswersTest {
  private final JsonNode answers =
      Answers.read("/dev/clade/lineage/ecosystem/maintenance/maintenance_answers.json")
          .get("clusters");
  private final double[][] rows =
      StandardScores.of(Answers.columns(answers.get("rows")).toArray(double[][]::new));
  private final int[] labels = ints("labels");

  @Test
  void kMeans() {
    KMeans found = KMeans.of(rows, 2, 50, 1);
    assertThat(found.inertia()).isCloseTo(answers.get("inertia").asDouble(), within(1e-9));
    assertThat(AdjustedRandIndex.of(found.assignment(), labels)).isEqualTo(1);
    assertThat(Arrays.stream(rows).mapToInt(found::nearest).toArray())
        .containsExactly(found.assignment());
    assertThat(KMeans.of(rows, 2, 50, 1).assignment()).isEqualTo(found.assignment());
  }

  @Test
  void silhouettes() {
    assertThat(Silhouette.of(rows, labels, rows.length, 1).mean())
        .isCloseTo(answers.get("silhouette").asDouble(), within(1e-12));
    assertThat(Silhouette.of(rows, ints("three"), rows.length, 1).mean())
        .isCloseTo(answers.get("silhouetteOfThree").asDouble(), within(1e-12));
    assertThat(Silhouette.of(rows, labels, 20, 1).sample()).isEqualTo(20);
  }

  @Test
  void adjustedRandIndex() {
    assertThat(AdjustedRandIndex.of(labels, ints("three")))
        .isCloseTo(answers.get("adjustedRandIndex").asDouble(), within(1e-12));
  }

  /** Worked by hand: on a line at 0, 1 and 5, the last alone. */
  @Test
  void silhouetteByHand() {
    double[][] line = {{0}, {1}, {5}};
    assertThat(Silhouette.of(line, new int[] {0, 0, 1}, 3, 1).mean())
        .isCloseTo((4 / 5.0 + 3 / 4.0 + 0) / 3, within(1e-15));
    assertThat(Silhouette.of(line, new int[] {0, 0, 0}, 3, 1).mean()).isNaN();
  }

  private int[] ints(String list) {
    return Arrays.stream(Answers.longs(answers.get(list))).mapToInt(each -> (int) each).toArray();
  }
}
