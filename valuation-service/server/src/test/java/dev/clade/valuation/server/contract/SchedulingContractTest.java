package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.LeaseHistory;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose turn it is. */
@QuarkusTest
class SchedulingContractTest extends ContractTest {
  @Test
  void runsOfTwoPrioritiesAndOneOverBudgetShareTwoWorkers() {
    String low = create(run(3));
    String high = create(run(2).setPriority(5));
    String limited = create(run(3).setPriority(9).setBudget(Budget.newBuilder().setEvaluations(3)));
    FakeWorker other = new FakeWorker(mesh.workers(), "worker-2");
    for (int i = 0; i < 8; i++) {
      EvaluationTask one = worker.take();
      EvaluationTask two = i < 7 ? other.take() : null;
      worker.report(one);
      if (two != null) {
        other.report(two);
      }
    }
    List<String> expected = new ArrayList<>(Collections.nCopies(3, limited));
    expected.addAll(Collections.nCopies(4, high));
    expected.addAll(Collections.nCopies(8, low));
    assertThat(new LeaseHistory(pool).runs()).isEqualTo(expected);
    assertThat(worker.lease(0).hasTask()).isFalse();

    assertThat(mesh.get(low).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(mesh.get(high).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    Valuation exhausted = mesh.get(limited);
    assertThat(exhausted.getState()).isEqualTo(Valuation.State.STATE_EXHAUSTED);
    assertThat(exhausted.getEndReason())
        .isEqualTo("the budget of 3 evaluations is spent: 3 were begun");
    assertThat(exhausted.getUsage().getEvaluations()).isEqualTo(3);
    assertThat(exhausted.getProgress().getDoneEvaluations()).isEqualTo(3);
    assertThat(exhausted.getValuesList()).isEmpty();
  }

  @Test
  void leasesGoByShares() {
    String one = create(run(4).setShare(1));
    create(run(5).setShare(3));
    for (int i = 0; i < 20; i++) {
      worker.take();
    }
    List<String> given = new LeaseHistory(pool).runs();
    for (int i = 1; i <= 20; i++) {
      double exact = i / 4.0;
      assertThat((double) Collections.frequency(given.subList(0, i), one))
          .isBetween(exact - 1, exact + 1);
    }
  }

  @Test
  void batchIsInOrderAndLeavesSomethingForOthers() {
    create(run(4));
    // Alone it gets all that it asks for.
    List<EvaluationTask> first = worker.take(8);
    assertThat(first).hasSize(8);
    assertThat(first).extracting(EvaluationTask::getAttempt).containsOnly(1);
    assertThat(first.get(0).getCoalition().byteAt(0)).isZero();
    assertThat(first.get(1).getCoalition().byteAt(0)).isEqualTo((byte) 15);
    // The other 8 are for two.
    assertThat(new FakeWorker(mesh.workers(), "worker-2").take(64)).hasSize(4);
    assertThat(new FakeWorker(mesh.workers(), "worker-3").take(64)).hasSize(2);
  }

  @Test
  void batchKeepsWithinTheBudget() {
    create(run(4).setBudget(Budget.newBuilder().setEvaluations(5)));
    assertThat(worker.take(64)).hasSize(5);
    assertThat(worker.lease(0).hasTask()).isFalse();
  }

  @Test
  void workerMayAskForOneRunAlone() {
    create(run(2));
    String second = create(run(2));
    LeaseEvaluationRequest.Builder request =
        LeaseEvaluationRequest.newBuilder().setValuation(second);
    for (int i = 0; i < 4; i++) {
      assertThat(worker.lease(request, 0).getTask().getValuation()).isEqualTo(second);
    }
    assertThat(worker.lease(request, 0).hasTask()).isFalse();
  }

  @Test
  void workerWithCustomTrainersGetsNothingElse() {
    create(run(2));
    assertThat(
            worker
                .lease(LeaseEvaluationRequest.newBuilder().addCustomTrainers("audio"), 0)
                .hasTask())
        .isFalse();
  }

  private String create(Valuation.Builder run) {
    return mesh.create(run).getName();
  }

  private Valuation.Builder run(int contributors) {
    return Valuation.newBuilder().setImageSet(mesh.imageSet(contributors)).setReplicateCount(1);
  }
}
