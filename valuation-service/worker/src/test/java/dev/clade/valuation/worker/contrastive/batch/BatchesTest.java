package dev.clade.valuation.worker.contrastive.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.valuation.worker.random.RandomSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private static final int ROWS = 200;

  /** Every row from 20 on is derived from one of the first 20; one in ten has a label. */
  private static final Relations RELATIONS =
      new Relations(
          new long[ROWS],
          IntStream.range(0, ROWS)
              .mapToObj(row -> row < 20 ? new int[0] : new int[] {row % 20})
              .toArray(int[][]::new),
          IntStream.range(0, ROWS).map(row -> row % 20).toArray(),
          IntStream.range(0, ROWS).toArray());

  private static final LabelColumn LABEL =
      new LabelColumn(
          "kind",
          List.of("common", "rare"),
          IntStream.range(0, ROWS)
              .map(row -> row % 10 > 0 ? LabelColumn.NONE : row < 180 ? 0 : 1)
              .toArray());

  @Test
  void byTurnEveryRowComesOnceAnEpoch() {
    Batches batches = batches(50, ROWS);
    int[] seen =
        IntStream.range(0, 4)
            .flatMap(step -> Arrays.stream(batches.next(step, false).rows()))
            .toArray();

    assertThat(batches.stepsAnEpoch()).isEqualTo(4);
    assertThat(seen).containsExactlyInAnyOrder(IntStream.range(0, ROWS).toArray());
  }

  @Test
  void aBatchHasEachRowOnceAlsoWhereEpochsMeet() {
    Batches batches = batches(64, ROWS);
    for (int step = 0; step < 50; step++) {
      assertThat(batches.next(step, step % 2 == 0).rows()).hasSize(64).doesNotHaveDuplicates();
    }
  }

  @Test
  void anAccompaniedBatchHasTheParentsOfItsRows() {
    Batches batches = batches(64, ROWS);
    for (int step = 0; step < 20; step++) {
      BatchRows batch = batches.next(step, true);
      for (int child : Arrays.copyOf(batch.rows(), batches.byTurn(true))) {
        for (int parent : RELATIONS.parents()[child]) {
          assertThat(batch.rows()).contains(parent);
        }
      }
      int drawn = 0;
      for (boolean mark : batch.drawn()) {
        drawn += mark ? 1 : 0;
      }
      assertThat(drawn).isBetween(1, 8);
    }
  }

  /** By turn alone, 2 of 200 rows would have the rare label. */
  @Test
  void classesComeInPairsAndAlikeOften() {
    Batches batches = batches(64, ROWS);
    int rare = 0;
    int common = 0;
    for (int step = 0; step < 50; step++) {
      for (int row : batches.next(step, true).rows()) {
        rare += LABEL.values()[row] == 1 ? 1 : 0;
        common += LABEL.values()[row] == 0 ? 1 : 0;
      }
    }

    assertThat(rare).isGreaterThanOrEqualTo(50 * 2 - 10);
    assertThat(common).isLessThan(10 * rare);
  }

  @Test
  void rowsThatAreNotTrainedOnNeverCome() {
    Batches batches = batches(32, 100);
    for (int step = 0; step < 50; step++) {
      assertThat(Arrays.stream(batches.next(step, true).rows()).max().getAsInt()).isLessThan(100);
    }
  }

  @Test
  void fewRowsMakeASmallBatch() {
    Batches batches = batches(512, 10);

    assertThat(batches.next(0, true).rows())
        .containsExactlyInAnyOrder(IntStream.range(0, 10).toArray());
  }

  @Test
  void aSoughtBatchIsTheOneThatIsReached() {
    Batches all = batches(50, ROWS);
    for (int step = 0; step < 9; step++) {
      int[] rows = all.next(step, true).rows();
      Batches sought = batches(50, ROWS);
      sought.seek((long) step * sought.byTurn(true));

      assertThat(sought.next(step, true).rows()).containsExactly(rows);
    }
  }

  private static Batches batches(int size, int rows) {
    return new Batches(
        IntStream.range(0, rows).toArray(),
        size,
        RELATIONS,
        List.of(LABEL),
        RandomSource.ofEmbedding(3, 0));
  }
}
