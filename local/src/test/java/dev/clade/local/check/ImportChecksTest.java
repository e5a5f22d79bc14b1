package dev.clade.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.ImportCounts;
import org.junit.jupiter.api.Test;

final class ImportChecksTest {
  @Test
  void recordsAreTheSumOfWhatBecameOfThem() {
    ImportCounts.Builder counts =
        ImportCounts.newBuilder()
            .setRecords(10)
            .setCreated(1)
            .setUpdated(2)
            .setUnchanged(3)
            .setQuarantined(4);

    assertThat(ImportChecks.isBalanced(counts.build())).isTrue();
    assertThat(ImportChecks.isBalanced(counts.setQuarantined(3).build())).isFalse();
  }
}
