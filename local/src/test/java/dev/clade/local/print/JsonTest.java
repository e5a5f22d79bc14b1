package dev.clade.local.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.v1.ContributorValue;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class JsonTest {
  /** A record with all that needs care. */
  record Sample(Instant startedAt, double exactValue, ContributorValue firstValue) {}

  @Test
  void keepsFieldNamesOfContractsAndEveryDigit() {
    double third = 1.0 / 3;
    String json =
        Json.pretty(
            new Sample(
                Instant.EPOCH,
                third,
                ContributorValue.newBuilder()
                    .setStandardError(third)
                    .setUpper(Double.NaN)
                    .build()));

    assertThat(json)
        .contains("\"started_at\": \"1970-01-01T00:00:00Z\"")
        .contains("\"exact_value\": 0.3333333333333333")
        .contains("\"standard_error\": 0.3333333333333333")
        .contains("\"upper\": \"NaN\"")
        .contains("\"rank\": 0");
  }
}
