package dev.clade.valuation.study.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import dev.clade.valuation.worker.embedding.RepositorySet;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordSampleTest {
  private static final int ROWS = 600;

  /** Chains of three in 600 models, whose first declares a parent that is not there. */
  private static final RepositorySet SET =
      new RepositorySet(
          "featureSets/test",
          "digest",
          Instant.EPOCH,
          IntStream.range(0, ROWS).mapToObj(RecordSampleTest::record).toList());

  @Test
  void aDrawnRowBringsItsAncestorsAlong() {
    RepositorySet drawn = RecordSample.of(SET, 100);
    assertThat(drawn.records()).hasSizeBetween(98, 100);
    Set<String> ids =
        drawn.records().stream().map(RepositoryRecord::id).collect(Collectors.toSet());
    for (RepositoryRecord record : drawn.records()) {
      assertThat(ids)
          .containsAll(
              record.baseModels().stream().filter(base -> !base.equals("gone/base")).toList());
    }
    assertThat(drawn.records().stream().filter(each -> hasParent(each, ids)).count())
        .isGreaterThan(40);
  }

  @Test
  void theOrderStaysAndTheDrawIsAlwaysTheSame() {
    List<RepositoryRecord> drawn = RecordSample.of(SET, 100).records();
    assertThat(drawn).isEqualTo(SET.records().stream().filter(drawn::contains).toList());
    assertThat(RecordSample.of(SET, 100).records()).isEqualTo(drawn);
  }

  @Test
  void whatWasDrawnIsNotTakenForTheWhole() {
    assertThat(RecordSample.of(SET, 100).digest()).isNotEqualTo(SET.digest());
    assertThat(RecordSample.of(SET, ROWS)).isSameAs(SET);
  }

  private static boolean hasParent(RepositoryRecord record, Set<String> ids) {
    return record.baseModels().stream().anyMatch(ids::contains);
  }

  private static RepositoryRecord record(int row) {
    RepositoryRecordBuilder record = RepositoryRecord.of(RepositoryKind.MODEL, "o/m" + row);
    return record
        .relation(RelationKind.FINETUNE, row % 3 == 0 ? "gone/base" : "o/m" + (row - 1))
        .build();
  }
}
