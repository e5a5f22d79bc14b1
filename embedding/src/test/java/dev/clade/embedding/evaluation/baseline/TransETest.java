package dev.clade.embedding.evaluation.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TransETest {
  private static final int FAMILIES = 4;
  private static final int MEMBERS = 6;

  /** Bases with five children each, which say whose they are; families have tags of their own. */
  private static final List<RepositoryRecord> RECORDS = records();

  private static final LeakList LEAKS = LeakList.of(Field.LABELS_AND_PARENTS, RECORDS);

  @Test
  void whatIsNotDeclaredIsFoundByWhatIsSharedWithSiblings() {
    int[] bases = IntStream.range(0, FAMILIES).map(family -> family * MEMBERS).toArray();
    // The last child of each family does not say whose it is.
    Triples seen =
        Triples.of(
            RECORDS,
            new RelationMaker(RECORDS).graph().hiding(row -> row % MEMBERS == MEMBERS - 1),
            LEAKS);
    PairScorer scorer = TransE.train(seen, 16, 300, 1).scorer("B9", Triples.DERIVED_FROM);
    for (int family = 0; family < FAMILIES; family++) {
      double[] scores = scorer.score(family * MEMBERS + MEMBERS - 1, bases);
      for (int other = 0; other < FAMILIES; other++) {
        if (other != family) {
          assertThat(scores[family]).isGreaterThan(scores[other]);
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameVectors() {
    Triples triples = Triples.of(RECORDS, new RelationMaker(RECORDS).graph(), LEAKS);
    int[] rows = {0, 1, 2};
    assertThat(TransE.train(triples, 8, 3, 5).scorer("a", 0).score(3, rows))
        .isEqualTo(TransE.train(triples, 8, 3, 5).scorer("b", 0).score(3, rows))
        .isNotEqualTo(TransE.train(triples, 8, 3, 6).scorer("c", 0).score(3, rows));
  }

  @Test
  void statementsAreWhatMayBeSeen() {
    RepositoryRecord base = RepositoryRecord.of(RepositoryKind.MODEL, "a/base").build();
    RepositoryRecord child =
        RepositoryRecord.of(RepositoryKind.MODEL, "a/child")
            .tags(List.of("pytorch", "license:mit", "base_model:a/base"))
            .relation(RelationKind.FINETUNE, "a/base")
            .relation(RelationKind.TRAINED_ON, "squad")
            .build();
    List<RepositoryRecord> both = List.of(base, child);
    Triples triples =
        Triples.of(
            both, new RelationMaker(both).graph(), LeakList.of(Field.LABELS_AND_PARENTS, both));
    // Owner, kind; derivation, owner, dataset, kind, tag: the licence and the base's tag leak.
    assertThat(triples.heads()).containsExactly(0, 0, 1, 1, 1, 1, 1);
    assertThat(triples.kinds()[2]).isEqualTo(Triples.DERIVED_FROM);
    assertThat(triples.tails()[2]).isZero();
    // Owner and kind are the same of both.
    assertThat(triples.tails()[3]).isEqualTo(triples.tails()[0]);
    assertThat(triples.tails()[5]).isEqualTo(triples.tails()[1]);
    assertThat(triples.entities()).isEqualTo(2 + 4);
    assertThat(triples.relations()).isEqualTo(1 + 4);
  }

  private static List<RepositoryRecord> records() {
    List<RepositoryRecord> records = new ArrayList<>();
    for (int family = 0; family < FAMILIES; family++) {
      for (int member = 0; member < MEMBERS; member++) {
        RepositoryRecordBuilder record =
            RepositoryRecord.of(
                    RepositoryKind.MODEL, "o%d/f%d-%d".formatted(member, family, member))
                .tags(List.of("tag" + family, "more" + family));
        if (member > 0) {
          record.relation(RelationKind.FINETUNE, "o0/f%d-0".formatted(family));
        }
        records.add(record.build());
      }
    }
    return records;
  }
}
