package dev.clade.local.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.v1.Payout;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PayoutChecksTest {
  @Test
  void aStoredTextThatIsNoPayoutIsWrongAndStopsNothing() {
    assertThat(
            PayoutChecks.run(
                Payout.newBuilder().setName("payouts/1").setDocument("a.b.c").build(), List.of()))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.passed()).isFalse();
              assertThat(check.name()).isEqualTo("payouts/1: the document is a payout");
            });
  }
}
