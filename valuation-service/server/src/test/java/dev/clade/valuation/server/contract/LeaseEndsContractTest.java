package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.LeaseHistory;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.FailedEvaluation;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** How leases end. */
@QuarkusTest
class LeaseEndsContractTest extends ContractTest {
  @Test
  void leaseGivenBackReturnsToTheQueueAtOnceAndWithoutBlame() {
    String name = mesh.create(run(1)).getName();
    for (int attempt = 1; attempt <= 5; attempt++) {
      EvaluationTask task = worker.take();
      assertThat(task.getCoalition().byteAt(0)).isZero();
      assertThat(task.getAttempt()).isEqualTo(attempt);
      assertThat(worker.release(task)).isTrue();
      assertThat(worker.release(task)).isFalse();
      assertThat(worker.fail(task, "after all")).isFalse();
    }
    worker.work();
    Valuation ended = mesh.get(name);
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getUsage().getEvaluations()).isEqualTo(7);
    assertThat(outcomes())
        .containsExactly(
            "RELEASED", "RELEASED", "RELEASED", "RELEASED", "RELEASED", "REPORTED", "REPORTED");
  }

  @Test
  void poisonEvaluationStopsAfterItsRetriesAndIsNamed() {
    String name = mesh.create(run(3)).getName();
    List<EvaluationTask> first = worker.take(3);
    worker.report(first.get(0));
    worker.report(first.get(1));
    EvaluationTask poison = first.get(2);
    worker.fail(poison, "loss is not finite (1)");
    for (int i = 2; i <= 3; i++) {
      EvaluationTask again = worker.take();
      assertThat(again.getCoalition()).isEqualTo(poison.getCoalition());
      worker.fail(again, "loss is not finite (%d)".formatted(i));
    }
    Valuation failed = mesh.get(name);
    assertThat(failed.getState()).isEqualTo(Valuation.State.STATE_FAILED);
    int members = poison.getCoalition().byteAt(0);
    FailedEvaluation given = failed.getFailedEvaluations(0);
    assertThat(failed.getFailedEvaluationsCount()).isEqualTo(1);
    assertThat(given.getCoalition()).isEqualTo(poison.getCoalition());
    assertThat(given.getContributorsList())
        .hasSize(Integer.bitCount(members))
        .allSatisfy(id -> assertThat(members >> Integer.parseInt(id.substring(1)) & 1).isOne());
    assertThat(given.getFailureCount()).isEqualTo(3);
    assertThat(given.getLossCount()).isZero();
    assertThat(given.getMessage()).isEqualTo("loss is not finite (3)");
    assertThat(failed.getEndReason()).endsWith("the last worker said: loss is not finite (3)");
    assertThat(outcomes()).containsExactly("REPORTED", "REPORTED", "FAILED", "FAILED", "FAILED");
  }

  @Test
  void lateReportEndsTheLeaseOfWhoHasTheEvaluationNow() {
    mesh.create(run(1));
    EvaluationTask late = worker.take();
    worker.report(worker.take());
    FakeWorker other = new FakeWorker(mesh.workers(), "worker-2");
    EvaluationTask again = other.take();
    assertThat(again.getAttempt()).isEqualTo(2);
    assertThat(worker.fail(late, "lost")).isFalse();
    assertThat(worker.report(late)).isTrue();
    Failures.assertReason(Reason.LEASE_LOST, () -> other.renew(again, List.of()));
    assertThat(other.report(again)).isFalse();
    assertThat(outcomes()).containsExactly("LOST", "REPORTED", "ENDED");
  }

  @Test
  void onlyWhatWasBeingWorkedOnIsToBlameForALoss() {
    String name = mesh.create(run(2)).getName();
    List<EvaluationTask> batch = worker.take(4);
    worker.report(batch.getFirst());
    List<EvaluationTask> again = new FakeWorker(mesh.workers(), "worker-2").take(3);
    assertThat(again).hasSize(3);
    assertThat(mesh.get(name).getProgress().getLostLeases()).isEqualTo(3);
    assertThat(losses()).containsExactly(0, 1, 0, 0);
  }

  @Test
  void severalLeasesAreRenewedAtOnce() throws InterruptedException {
    mesh.create(run(3));
    List<EvaluationTask> batch = worker.take(4);
    for (int i = 0; i < 4; i++) {
      Thread.sleep(500);
      assertThat(worker.renew(batch.get(0), batch.subList(1, 4))).isEmpty();
    }
    worker.release(batch.get(2));
    assertThat(worker.renew(batch.get(0), batch.subList(1, 4)))
        .containsExactly(batch.get(2).getLease());
    worker.report(batch.get(0));
    Failures.assertReason(Reason.LEASE_LOST, () -> worker.renew(batch.get(0), batch.subList(1, 4)));
    Failures.assertField(
        "additional_leases[0]",
        Reason.FIELD_MALFORMED,
        () ->
            worker.renew(
                batch.get(1), List.of(EvaluationTask.newBuilder().setLease("none").build())));
  }

  @Test
  void tasksThatShareACheckpointNameTheSame() {
    mesh.create(run(2).setTrainer(finetuning(100)));
    mesh.create(run(2).setTrainer(finetuning(200)));
    mesh.create(run(2).setTrainer(finetuning(100)).setSeed(1));
    mesh.create(run(2));
    List<String> checkpoints =
        IntStream.range(0, 4).mapToObj(_ -> worker.take().getCheckpoint()).toList();
    assertThat(checkpoints.get(0)).matches("checkpoints/[0-9a-f]{64}");
    assertThat(checkpoints.get(1)).isEqualTo(checkpoints.get(0));
    assertThat(checkpoints.get(2)).isNotEqualTo(checkpoints.get(0)).isNotEmpty();
    assertThat(checkpoints.get(3)).isEmpty();
  }

  private static TrainerSpec finetuning(int steps) {
    return TrainerSpec.newBuilder()
        .setMethod(TrainerSpec.Method.METHOD_FINETUNE)
        .setFinetuningSteps(steps)
        .build();
  }

  private List<String> outcomes() {
    return new LeaseHistory(pool).outcomes();
  }

  private List<Integer> losses() {
    return StreamSupport.stream(
            pool.query("SELECT losses FROM valuation.evaluation ORDER BY position")
                .execute()
                .await()
                .indefinitely()
                .spliterator(),
            false)
        .map(row -> row.getInteger(0))
        .toList();
  }

  private Valuation.Builder run(int contributors) {
    return Valuation.newBuilder().setImageSet(mesh.imageSet(contributors)).setReplicateCount(1);
  }
}
