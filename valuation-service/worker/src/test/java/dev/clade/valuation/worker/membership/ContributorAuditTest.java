package dev.clade.valuation.worker.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.random.RandomSource;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContributorAuditTest {
  private static final RandomSource RANDOM = RandomSource.ofRun("imageSets/a", 1);

  /**
   * Of the ten ways to choose two of 1, 2, 3, 4 and 5, two have a sum of at least 8: 3 + 5 and 4 +
   * 5.
   */
  @Test
  void theProbabilityIsTheShareOfPermutations() {
    ContributorAudit audit =
        ContributorAudit.of(new double[] {5, 3}, new double[] {1, 2, 4}, 20_000, RANDOM);

    assertThat(audit.difference()).isCloseTo(4 - 7 / 3.0, within(1e-12));
    assertThat(audit.probability()).isCloseTo(0.2, within(0.01));
  }

  @Test
  void equalEvidenceIsNone() {
    ContributorAudit audit =
        ContributorAudit.of(new double[] {0.1, 0.1, 0.1}, new double[] {0.1, 0.1}, 99, RANDOM);

    assertThat(audit.probability()).isEqualTo(1);
  }

  @Test
  void lessEvidenceThanHeldOutIsNoSignOfUse() {
    assertThat(
            ContributorAudit.of(new double[] {0, 1}, new double[] {5, 6, 7}, 999, RANDOM)
                .probability())
        .isGreaterThan(0.9);
  }

  /** Where there is nothing to find, a tenth of the probabilities lie below a tenth. */
  @Test
  void probabilitiesAreUniformWithoutUse() {
    Random random = new Random(1);
    int below = 0;
    for (int repetition = 0; repetition < 400; repetition++) {
      double[] questioned = random.doubles(15).toArray();
      double probability =
          ContributorAudit.of(questioned, random.doubles(10).toArray(), 199, RANDOM).probability();
      below += probability <= 0.1 ? 1 : 0;
    }

    assertThat(below).isBetween(22, 58);
  }

  @Test
  void nothingHeldOutIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContributorAudit.of(new double[] {1}, new double[0], 9, RANDOM))
        .withMessageStartingWith("questioned, heldOut and permutations: at least 1 each");
  }
}
