package dev.clade.embedding.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotRuleTest {
  private static final Instant AT = Instant.parse("2024-07-01T00:00:00Z");
  private static final Instant LATER = AT.plusSeconds(1);
  private static final SnapshotRule RULE = new SnapshotRule(AT);

  @Test
  void aRepositoryOfLaterIsNotThere() {
    assertThat(RULE.apply(model().created(LATER).build())).isEmpty();
    assertThat(RULE.apply(model().created(AT).build())).isPresent();
    assertThat(RULE.apply(model().build())).isPresent();
  }

  @Test
  void commitsAndCountsOfLaterAreLeftOut() {
    RepositoryRecord record =
        model()
            .commit(new DatedCommit(AT.minus(Duration.ofDays(1)), List.of("a")))
            .commit(new DatedCommit(AT, List.of("a")))
            .commit(new DatedCommit(LATER, List.of("a")))
            .counts(new DatedCounts(AT, 1, 1))
            .counts(new DatedCounts(LATER, 2, 2))
            .build();
    RepositoryRecord known = RULE.apply(record).orElseThrow();
    assertThat(known.commits()).hasSize(2).allMatch(each -> !each.time().isAfter(AT));
    assertThat(known.counts()).containsExactly(new DatedCounts(AT, 1, 1));
  }

  @Test
  void whatHasNoTimeIsKnownFromWhenItWasRead() {
    RepositoryRecordBuilder full =
        model()
            .created(AT)
            .task("fill-mask")
            .library("transformers")
            .licenses(List.of("mit"))
            .card("text")
            .tags(List.of("tag"))
            .config("key", "value")
            .number("parameters", 1)
            .relation(RelationKind.FINETUNE, "a/b");
    assertThat(RULE.apply(full.observed(AT).build())).contains(full.build());
    assertThat(RULE.apply(full.observed(LATER).build())).contains(model().created(AT).build());
  }

  private static RepositoryRecordBuilder model() {
    return RepositoryRecord.of(RepositoryKind.MODEL, "owner/name");
  }
}
