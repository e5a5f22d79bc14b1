package dev.clade.valuation.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.Pending;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.Standing;
import dev.clade.valuation.server.domain.Usage;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why nothing of a run is being evaluated: what waiting cannot cure is said first. */
class PendingRuleTest {
  private static final Standing.Launch BAD_IMAGE =
      new Standing.Launch(
          Optional.of(PendingReason.MISCONFIGURED), "no image clade/worker:9 was found", 0);
  private static final Standing.Launch TWO_WORKERS = new Standing.Launch(Optional.empty(), "", 2);

  @Test
  void whatIsBeingEvaluatedOrDoneWaitsForNothing() {
    Standing alone = new Standing(1, 0, 0, Optional.empty());
    assertThat(PendingRule.of(run(new Progress(16, 3, 1, 0, 0)), alone)).isEmpty();
    assertThat(PendingRule.of(run(new Progress(16, 15, 0, 1, 0)), alone)).isEmpty();
  }

  @Test
  void aMisconfigurationComesBeforeTheTurnsOfOthers() {
    Pending pending = of(new Standing(3, 0, 2, Optional.of(BAD_IMAGE)));
    assertThat(pending)
        .isEqualTo(
            new Pending(PendingReason.MISCONFIGURED, "no image clade/worker:9 was found", 3));
  }

  @Test
  void othersComeFirst() {
    assertThat(of(new Standing(3, 0, 2, Optional.of(TWO_WORKERS))))
        .isEqualTo(new Pending(PendingReason.WAITING_FOR_TURN, "2 other runs come first", 3));
    assertThat(of(new Standing(1, 0, 2, Optional.of(TWO_WORKERS))).message())
        .isEqualTo("all workers are busy with other runs; this one is next");
  }

  @Test
  void workersThatHaveNotAskedYetAreStarting() {
    assertThat(of(new Standing(1, 0, 0, Optional.of(TWO_WORKERS))).reason())
        .isEqualTo(PendingReason.STARTING);
  }

  @Test
  void withoutALauncherOrAWorkerNobodyComes() {
    assertThat(of(new Standing(1, 0, 0, Optional.empty())).reason())
        .isEqualTo(PendingReason.NO_WORKERS);
  }

  private static Pending of(Standing standing) {
    return PendingRule.of(run(new Progress(16, 0, 0, 0, 0)), standing).orElseThrow();
  }

  private static Run run(Progress progress) {
    return Runs.of(Runs.spec(3), progress, new Usage(0, 0, 0), Optional.empty());
  }
}
