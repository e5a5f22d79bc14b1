package dev.clade.valuation.worker.contrastive.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.network.PairFeatures;
import dev.clade.valuation.worker.contrastive.loss.Masks;
import org.junit.jupiter.api.Test;

class BatchLinksTest {
  private static final float OUT = (float) Masks.OUT;

  /** Rows are as old as their numbers; 3 is derived from 1, 4 from 3 and 9, which is younger. */
  private static final Relations RELATIONS =
      new Relations(
          new long[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
          new int[][] {{}, {}, {}, {1}, {3, 9}, {}, {}, {8}, {}, {}},
          new int[10],
          new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});

  private static final PairFeatures PAIRS =
      new PairFeatures() {
        @Override
        public int width() {
          return 2;
        }

        @Override
        public void write(int child, int parent, float[] target, int offset) {
          target[offset] = child;
          target[offset + 1] = parent;
        }
      };

  @Test
  void childrenMeetTheirParentsAndOlderCandidates() {
    BatchLinks links =
        BatchLinks.of(
            new BatchRows(
                new int[] {4, 3, 1, 9, 2, 7},
                new boolean[] {false, false, false, false, true, false}),
            RELATIONS,
            PAIRS);

    // 4 and 3 are children; 7's parent is not there. Candidates are 3, 1 and 9, and 2, which was
    // drawn.
    assertThat(links.children()).containsExactly(0, 1);
    assertThat(links.candidates()).containsExactly(1, 2, 3, 4);
    assertThat(links.declared()).containsExactly(1, 0, 1, 0, 0, 1, 0, 0);
    // 9 is younger than 4, but declared; for 3 it is out, as is 3 itself.
    assertThat(links.allowed()).containsExactly(0, 0, 0, 0, OUT, 0, OUT, 0);
    assertThat(links.pairs()).startsWith(4, 3, 4, 1, 4, 9, 4, 2, 3, 3);
  }

  @Test
  void withoutAnyParentThereIsNothingToFind() {
    assertThat(
            BatchLinks.of(new BatchRows(new int[] {0, 2, 7}, new boolean[3]), RELATIONS, PAIRS)
                .isEmpty())
        .isTrue();
  }
}
