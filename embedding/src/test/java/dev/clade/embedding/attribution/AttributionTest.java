package dev.clade.embedding.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AttributionTest {
  @Property(tries = 60)
  void valuesAreThoseOfAllCoalitions(
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @IntRange(min = 1, max = 5) int k,
      @ForAll long seed) {
    Random random = new Random(seed);
    double[] similarities = random.doubles(n).toArray();
    boolean[] right = new boolean[n];
    for (int i = 0; i < n; i++) {
      right[i] = random.nextBoolean();
    }
    double[] values = KnnShapley.values(similarities, right, k);
    double[] exact = exact(similarities, right, k);
    for (int i = 0; i < n; i++) {
      assertThat(values[i]).isCloseTo(exact[i], within(1e-12));
    }
    assertThat(Arrays.stream(values).sum())
        .isCloseTo(utility(similarities, right, k, (1 << n) - 1), within(1e-12));
  }

  @Test
  void ownersHaveTheSumOfTheirExamples() {
    assertThat(KnnShapley.byOwner(new double[] {.5, .25, -1}, new int[] {1, 1, 0}, 3))
        .containsExactly(-1, .75, 0);
  }

  @Test
  void sharesSumToOneAndCopiesCountOnce() {
    VectorTable vectors =
        VectorTable.normalised(2, new float[] {1, 0, 1, .5f, 1, .5f, 0, 1, 1, .1f});
    int[] owners = {7, 8, 9, 8, 7};
    // Row 2 is a later copy of row 1.
    int[] copies = {0, 1, 1, 3, 4};
    SimilarityShares shares =
        SimilarityShares.of(vectors, 0, new int[] {1, 2, 3, 4}, owners, copies, .5);
    assertThat(shares.owners()).containsOnlyKeys(8);
    assertThat(shares.owners().get(8) + shares.own() + shares.unknown())
        .isCloseTo(1, within(1e-12));
    double near = Math.exp(vectors.cosine(0, 1) / .1) + Math.exp(vectors.cosine(0, 3) / .1);
    double own = Math.exp(vectors.cosine(0, 4) / .1);
    assertThat(shares.own()).isCloseTo(own / (own + near), within(1e-9));
  }

  @Test
  void nothingSimilarIsUnknown() {
    VectorTable vectors = VectorTable.normalised(2, new float[] {1, 0, 0, 1});
    SimilarityShares shares =
        SimilarityShares.of(vectors, 0, new int[] {1}, new int[] {0, 1}, new int[] {0, 1}, .5);
    assertThat(shares.unknown()).isEqualTo(1);
    assertThat(shares.owners()).isEmpty();
    assertThat(
            SimilarityShares.of(vectors, 0, new int[0], new int[] {0, 1}, new int[] {0, 1}, .5)
                .unknown())
        .isEqualTo(1);
  }

  @Test
  void aProfileForgetsByHalvesOfAYear() {
    VectorTable vectors = VectorTable.normalised(2, new float[] {1, 0, 0, 1});
    long year = (long) (365.25 * 86_400);
    VectorTable profile =
        ContributorProfile.of(vectors, new int[] {0, 0}, 1, new long[] {0, year}, year);
    assertThat(profile.values()[1] / profile.values()[0]).isCloseTo(2f, within(1e-5f));
  }

  private static double[] exact(double[] similarities, boolean[] right, int k) {
    int n = similarities.length;
    double[] values = new double[n];
    for (int set = 0; set < 1 << n; set++) {
      for (int i = 0; i < n; i++) {
        if ((set >> i & 1) == 0) {
          double gain =
              utility(similarities, right, k, set | 1 << i) - utility(similarities, right, k, set);
          values[i] += gain / (n * binomial(n - 1, Integer.bitCount(set)));
        }
      }
    }
    return values;
  }

  private static double utility(double[] similarities, boolean[] right, int k, int set) {
    return IntStream.range(0, similarities.length)
            .filter(i -> (set >> i & 1) != 0)
            .boxed()
            .sorted((a, b) -> Double.compare(similarities[b], similarities[a]))
            .limit(k)
            .filter(i -> right[i])
            .count()
        / (double) k;
  }

  private static double binomial(int n, int k) {
    double result = 1;
    for (int i = 1; i <= k; i++) {
      result = result * (n - k + i) / i;
    }
    return result;
  }
}
