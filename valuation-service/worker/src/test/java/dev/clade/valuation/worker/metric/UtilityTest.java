package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UtilityTest {
  private static final LabelDistribution LABELS =
      LabelDistribution.of(new double[][] {{1, 0}, {0, 1}});

  @Test
  void namesAreTheContracts() {
    Map<String, Double> utilities = Utility.all(Math.E, LABELS);

    assertThat(utilities)
        .containsOnlyKeys("neg_log_fid", "neg_fid", "classifier_score", "class_entropy")
        .contains(
            entry("neg_fid", -Math.E), entry("neg_log_fid", -1.0), entry("class_entropy", 1.0));
  }

  @Test
  void aDistanceOfZeroStaysFinite() {
    assertThat(Utility.all(0, LABELS).values()).allMatch(Double::isFinite);
  }
}
