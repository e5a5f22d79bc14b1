package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.rank.MultipleTests;
import dev.clade.lineage.ecosystem.statistics.Welch;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * Whether the repositories of the top by a measure have larger scores than those of the bottom
 * (Jones et al., arXiv 2406.08205, claim C3).
 *
 * @param measure what they were ranked by
 * @param size how many there are in the top, and in the bottom
 * @param top the mean score of the top
 * @param bottom the mean score of the bottom
 * @param test one-sided: that the top's mean is larger
 * @param adjusted the p-value, adjusted for all measures (Holm)
 */
public record TopBottom(
    String measure, int size, double top, double bottom, Welch test, double adjusted) {
  /** What an adjusted p-value must be below: the study's confidence is .99. */
  public static final double LEVEL = 0.01;

  /** Whether the top's scores are larger at {@link #LEVEL}. */
  public boolean isLarger() {
    return adjusted < LEVEL;
  }

  /**
   * Compares top and bottom by each measure. Of equal values those given first count as larger.
   *
   * @param scores one a repository
   * @param measures the values of each measure, one a repository
   * @param size how many make the top and the bottom, at least 2 and at most half of all
   */
  public static List<TopBottom> of(double[] scores, SortedMap<String, long[]> measures, int size) {
    if (size < 2 || size > scores.length / 2) {
      throw new IllegalArgumentException(
          "size must be 2 to half of %d, not %d".formatted(scores.length, size));
    }
    List<Ends> ends =
        measures.entrySet().stream()
            .map(each -> Ends.of(each.getKey(), scores, each.getValue(), size))
            .toList();
    List<Welch> tests =
        ends.stream().map(each -> Welch.greater(each.top(), each.bottom())).toList();
    double[] adjusted = MultipleTests.holm(tests.stream().mapToDouble(Welch::pValue).toArray());
    return IntStream.range(0, adjusted.length)
        .mapToObj(i -> ends.get(i).compared(tests.get(i), adjusted[i]))
        .toList();
  }

  /** The scores of both ends of a ranking. */
  private record Ends(String measure, double[] top, double[] bottom) {
    static Ends of(String measure, double[] scores, long[] values, int size) {
      int[] order = new int[values.length];
      Arrays.setAll(order, i -> i);
      IntArrays.stableSort(order, (i, j) -> Long.compare(values[j], values[i]));
      return new Ends(
          measure,
          take(scores, order, 0, size),
          take(scores, order, order.length - size, order.length));
    }

    TopBottom compared(Welch test, double adjusted) {
      return new TopBottom(measure, top.length, mean(top), mean(bottom), test, adjusted);
    }

    private static double[] take(double[] scores, int[] order, int start, int end) {
      return Arrays.stream(order, start, end).mapToDouble(i -> scores[i]).toArray();
    }

    private static double mean(double[] values) {
      return Arrays.stream(values).sum() / values.length;
    }
  }
}
