package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.client.MoneyText;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.FailedEvaluation;
import dev.clade.valuation.v1.Forecast;
import dev.clade.valuation.v1.Pending;
import dev.clade.valuation.v1.PendingReason;
import dev.clade.valuation.v1.Range;
import dev.clade.valuation.v1.Usage;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationProgress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ValuationViewTest {
  private static final Valuation RUN =
      Valuation.newBuilder()
          .setName("valuations/1")
          .setState(Valuation.State.STATE_PENDING)
          .setUtility("neg_log_fid")
          .setEstimator(Estimator.ESTIMATOR_SIZE_ADJUSTED)
          .setCoalitionBudget(102)
          .setReplicateCount(2)
          .setSeed(7)
          .setProgress(
              ValuationProgress.newBuilder().setTotalEvaluations(204).setFailedEvaluations(2))
          .setPending(
              Pending.newBuilder()
                  .setReason(PendingReason.PENDING_REASON_WAITING_FOR_QUOTA)
                  .setMessage("8 of 8 GPUs")
                  .setQueuePosition(3))
          .setUsage(
              Usage.newBuilder()
                  .setEvaluations(1_200)
                  .setDeviceHours(1.25)
                  .setCost(MoneyText.parse("2.5 EUR"))
                  .setReusedEvaluations(4))
          .setForecast(
              Forecast.newBuilder()
                  .setEnding(Forecast.Ending.ENDING_PRECISION)
                  .setEvaluations(range(100, 150, Double.NaN))
                  .setHours(range(0.5, 0.75, 2))
                  .setDeviceHours(range(1, 1.5, 4))
                  .setCost(range(2, 3, 8))
                  .setCurrencyCode("EUR")
                  .setWorkerCount(2)
                  .setTimedEvaluations(30)
                  .setCaveat("Training is noisy."))
          .addFailedEvaluations(
              FailedEvaluation.newBuilder()
                  .addContributors("a")
                  .addContributors("b")
                  .setReplicate(1)
                  .setFailureCount(3)
                  .setMessage("no memory"))
          .build();

  @Test
  void aRunTellsWhatItWaitsForHasUsedWillTakeAndHasGivenUp() {
    assertThat(ValuationView.render(RUN))
        .isEqualTo(
            """
            valuations/1: pending, neg_log_fid by size adjusted, seed 7
            0 of 204 evaluations done, 0 running, 2 failed
            Waiting: a quota is used up by others (8 of 8 GPUs); place 3 in the queue
            Used: 1,200 evaluations begun, 1.25 device hours, 2.50 EUR; 4 taken over from other runs
            until values are as precise as wanted  expected  from   to
            evaluations                                 150  100    unknown
            hours with 2 workers                      0.750  0.500  2
            device hours                               1.50  1      4
            EUR                                           3  2      8
            From the durations of 30 evaluations. Training is noisy.
            given up  replicate  failures  losses  last failure
            a, b              1         3       0  no memory
            … 1 more
            """);
  }

  @Test
  void whyARunEndedIsSaidOnce() {
    Valuation ended =
        Valuation.newBuilder()
            .setState(Valuation.State.STATE_EXHAUSTED)
            .setEndReason("its budget of 10 evaluations is spent")
            .build();
    assertThat(ValuationView.render(ended))
        .contains("exhausted", "Ended: its budget of 10 evaluations is spent\n");
    assertThat(ValuationView.render(ended.toBuilder().setFailure(ended.getEndReason()).build()))
        .contains("Failed: its budget")
        .doesNotContain("Ended:");
  }

  @Test
  void aPlanIsToldWithItsForecast() {
    assertThat(ValuationView.plan(RUN))
        .startsWith("neg_log_fid by size adjusted: 102 coalitions, 2 times each\nuntil values");
    assertThat(ValuationView.plan(RUN.toBuilder().clearForecast().build()))
        .endsWith("Nothing is known of what it would take.\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = PendingReason.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNRECOGNIZED", "PENDING_REASON_UNSPECIFIED"})
  void everyReasonHasWords(PendingReason reason) {
    assertThat(RunWords.pending(Pending.newBuilder().setReason(reason).build()))
        .startsWith("Waiting: ")
        .doesNotContain("no reason", "place");
  }

  private static Range range(double low, double expected, double high) {
    return Range.newBuilder().setLow(low).setExpected(expected).setHigh(high).build();
  }
}
