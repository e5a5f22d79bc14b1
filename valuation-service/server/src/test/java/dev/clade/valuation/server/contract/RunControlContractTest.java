package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.LeaseHistory;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.Valuation.State;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Cancelling, running out of budget, and going on. */
@QuarkusTest
class RunControlContractTest extends ContractTest {
  @Test
  void cancelledRunGivesNoLeasesAndKeepsItsValues() {
    String name = mesh.create(run(2)).getName();
    worker.take(4).forEach(worker::report);
    EvaluationTask open = worker.take();
    Valuation cancelled = mesh.cancel(name);
    assertThat(cancelled.getState()).isEqualTo(State.STATE_CANCELLED);
    assertThat(cancelled.getEndReason()).isEqualTo("cancelled after 4 of 8 evaluations");
    assertThat(cancelled.getValuesCount()).isEqualTo(2);
    assertThat(cancelled.hasEndTime()).isTrue();
    assertThat(worker.lease(0).hasTask()).isFalse();
    Failures.assertReason(Reason.LEASE_LOST, () -> worker.renew(open, List.of()));
    assertThat(worker.report(open)).isFalse();
    assertThat(mesh.cancel(name)).isEqualTo(cancelled);
    assertThat(new LeaseHistory(pool).outcomes()).endsWith("REPORTED", "ENDED");
  }

  @Test
  void resumedRunGoesOnWhereItWas() {
    String name = mesh.create(run(2)).getName();
    String undisturbed = mesh.create(run(2)).getName();
    worker.report(worker.take());
    worker.report(worker.take());
    EvaluationTask before = worker.take();
    assertThat(before.getValuation()).isEqualTo(name);
    mesh.cancel(name);
    assertThat(mesh.get(name).getState()).isEqualTo(State.STATE_CANCELLED);
    Valuation resumed = mesh.resume(name);
    assertThat(resumed.getState()).isEqualTo(State.STATE_RUNNING);
    assertThat(resumed.hasEndTime()).isFalse();
    assertThat(resumed.getEndReason()).isEmpty();
    assertThat(mesh.get(name).getState()).isEqualTo(State.STATE_RUNNING);
    assertThat(mesh.resume(name).getState()).isEqualTo(State.STATE_RUNNING);
    // A report from before counts, for nobody else's came first.
    assertThat(worker.report(before)).isTrue();
    worker.work();
    Valuation ended = mesh.get(name);
    assertThat(ended.getState()).isEqualTo(State.STATE_SUCCEEDED);
    assertThat(ended.getValuesList()).isEqualTo(mesh.get(undisturbed).getValuesList());
  }

  @Test
  void whatSucceededIsOver() {
    String name = mesh.create(run(1)).getName();
    worker.work();
    Failures.assertReason(Reason.VALUATION_OVER, () -> mesh.cancel(name));
    Failures.assertReason(Reason.VALUATION_OVER, () -> mesh.resume(name));
    String stranger = "valuations/" + UUID.randomUUID();
    Failures.assertReason(Reason.VALUATION_NOT_FOUND, () -> mesh.cancel(stranger));
    Failures.assertReason(Reason.VALUATION_NOT_FOUND, () -> mesh.resume(stranger));
  }

  @Test
  void failedRunTriesAgainWhatWasGivenUp() {
    String name = mesh.create(run(2).setReplicateCount(1)).getName();
    for (int i = 0; i < 3; i++) {
      worker.fail(worker.take(), "no memory");
    }
    assertThat(mesh.get(name).getState()).isEqualTo(State.STATE_FAILED);
    Failures.assertReason(Reason.VALUATION_OVER, () -> mesh.cancel(name));
    Valuation resumed = mesh.resume(name);
    assertThat(resumed.getFailedEvaluationsList()).isEmpty();
    assertThat(resumed.getFailure()).isEmpty();
    assertThat(worker.work()).isEqualTo(4);
    assertThat(mesh.get(name).getState()).isEqualTo(State.STATE_SUCCEEDED);
  }

  @Test
  void exhaustedRunGoesOnWithALargerBudget() {
    String name = mesh.create(run(2).setBudget(Budget.newBuilder().setEvaluations(5))).getName();
    assertThat(worker.work()).isEqualTo(5);
    Valuation exhausted = mesh.get(name);
    assertThat(exhausted.getState()).isEqualTo(State.STATE_EXHAUSTED);
    assertThat(exhausted.getValuesCount()).isEqualTo(2);
    // With the same budget there is nothing that it may do.
    assertThat(mesh.resume(name).getState()).isEqualTo(State.STATE_EXHAUSTED);
    Failures.assertField(
        "budget.evaluations",
        Reason.FIELD_OUT_OF_RANGE,
        () -> mesh.resume(name, Budget.newBuilder().setEvaluations(-1)));
    Valuation resumed = mesh.resume(name, Budget.newBuilder().setEvaluations(7));
    assertThat(resumed.getState()).isEqualTo(State.STATE_RUNNING);
    assertThat(resumed.getBudget().getEvaluations()).isEqualTo(7);
    assertThat(worker.work()).isEqualTo(2);
    assertThat(mesh.get(name).getEndReason())
        .isEqualTo("the budget of 7 evaluations is spent: 7 were begun");
    mesh.resume(name, Budget.newBuilder());
    assertThat(worker.work()).isEqualTo(1);
    assertThat(mesh.get(name).getState()).isEqualTo(State.STATE_SUCCEEDED);
  }

  @Test
  void budgetOfTimeEndsARunWhenTheMeanDoesNotFitAnyMore() throws InterruptedException {
    String name =
        mesh.create(run(2).setBudget(Budget.newBuilder().setDeviceHours(0.3 / 3600))).getName();
    EvaluationTask first = worker.take();
    Thread.sleep(200);
    worker.report(first);
    Valuation exhausted = mesh.get(name);
    assertThat(exhausted.getState()).isEqualTo(State.STATE_EXHAUSTED);
    assertThat(exhausted.getEndReason()).startsWith("the budget of 0.0001 device hours is spent:");
    assertThat(exhausted.getUsage().getDeviceHours()).isGreaterThan(0.2 / 3600);
  }

  private Valuation.Builder run(int contributors) {
    return Valuation.newBuilder().setImageSet(mesh.imageSet(contributors));
  }
}
