package dev.clade.embedding.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {
  @Test
  void nearlyEqualSetsAreOneGroup() {
    Random random = new Random(1);
    List<int[]> sets = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int[] set = random.ints(0, 1 << 18).distinct().limit(100).sorted().toArray();
      sets.add(set);
      // Four of a hundred others: a similarity of 96 in 104.
      sets.add(
          IntStream.concat(
                  IntStream.of(set).skip(4), random.ints(1 << 18, 1 << 19).distinct().limit(4))
              .sorted()
              .toArray());
    }
    int[] groups = NearDuplicates.groups(sets);
    for (int i = 0; i < groups.length; i++) {
      assertThat(groups[i]).isEqualTo(i / 2 * 2);
    }
  }

  @Test
  void halfEqualSetsAreNot() {
    int[] one = IntStream.range(0, 100).toArray();
    int[] other = IntStream.range(30, 130).toArray();
    assertThat(NearDuplicates.jaccard(one, other)).isEqualTo(70 / 130.0);
    assertThat(NearDuplicates.groups(List.of(one, other))).containsExactly(0, 1);
  }

  @Test
  void emptySetsAreNoCopies() {
    assertThat(NearDuplicates.groups(List.of(new int[0], new int[0]))).containsExactly(0, 1);
  }
}
