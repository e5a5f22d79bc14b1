package dev.clade.valuation.worker.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {
  @Test
  void everyImageComesOnceAnEpochAndEpochsDiffer() {
    EpochOrder order = new EpochOrder(50, RandomSource.ofRun("imageSets/a", 1));

    int[] first = IntStream.generate(order::next).limit(50).toArray();
    int[] second = IntStream.generate(order::next).limit(50).toArray();

    assertThat(first).containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
    assertThat(second).containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void soughtPlacesAreThoseThatAreReached() {
    RandomSource random = RandomSource.ofEmbedding(1, 0);
    EpochOrder order = new EpochOrder(7, random);
    for (long drawn = 0; drawn < 30; drawn++) {
      EpochOrder sought = new EpochOrder(7, random);
      sought.seek(drawn);

      assertThat(sought.next()).isEqualTo(order.next());
    }
  }
}
