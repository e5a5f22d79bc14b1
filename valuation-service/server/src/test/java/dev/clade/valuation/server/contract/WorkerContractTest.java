package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Estimator;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.RenewLeaseRequest;
import dev.clade.valuation.v1.Valuation;
import io.grpc.Context;
import io.grpc.Context.CancellableContext;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a worker sees: leases, reports, and what becomes of them. */
@QuarkusTest
class WorkerContractTest extends ContractTest {
  @Test
  void whoHangsUpWhileWaitingTakesNoEvaluationAlong() throws Exception {
    CancellableContext caller = Context.current().withCancellation();
    FakeWorker gone = new FakeWorker(mesh.workers(), "gone");
    try (ExecutorService calls = Executors.newSingleThreadExecutor()) {
      Future<?> waiting = calls.submit(caller.wrap(() -> gone.lease(20_000)));
      Thread.sleep(500);
      caller.cancel(null);
      assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(StatusRuntimeException.class);
    }
    Valuation run = mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(2)));
    assertThat(worker.work()).isEqualTo(8);
    assertThat(mesh.get(run.getName()).getProgress().getLostLeases()).isZero();
  }

  @Test
  void taskHoldsAllThatAWorkerNeeds() {
    Valuation run = mesh.create(run(4).setSeed(-7));
    EvaluationTask task = worker.take();
    assertThat(task.getValuation()).isEqualTo(run.getName());
    assertThat(task.getImageSet()).isEqualTo(run.getImageSet());
    assertThat(task.getTrainer()).isEqualTo(run.getTrainer());
    assertThat(task.getSeed()).isEqualTo(-7);
    assertThat(task.getLeaseDuration().getSeconds()).isEqualTo(1);
  }

  @Test
  void endpointsComeFirstThenPairsReplicateByReplicate() {
    mesh.create(run(3));
    List<EvaluationTask> tasks = IntStream.range(0, 16).mapToObj(_ -> worker.take()).toList();
    List<Integer> members =
        tasks.stream().map(task -> (int) task.getCoalition().byteAt(0)).toList();
    assertThat(members.subList(0, 2)).containsExactly(0, 7);
    for (int i = 0; i < 16; i += 2) {
      assertThat(members.get(i) + members.get(i + 1)).isEqualTo(7);
    }
    assertThat(tasks).extracting(EvaluationTask::getReplicate).isSorted();
  }

  @Test
  void runsOfEqualShareTakeTurnsTheOlderFirst() {
    String first = mesh.create(run(1).setReplicateCount(1)).getName();
    String second = mesh.create(run(2).setReplicateCount(1)).getName();
    assertThat(IntStream.range(0, 6).mapToObj(_ -> worker.take().getValuation()).toList())
        .containsExactly(first, second, first, second, second, second);
  }

  @Test
  void withoutWorkTheResponseIsEmptyAfterTheWait() {
    long start = System.nanoTime();
    assertThat(worker.lease(700).hasTask()).isFalse();
    assertThat(System.nanoTime() - start).isGreaterThan(600_000_000L);
  }

  @Test
  void waitingWorkerIsWokenByANewRun() {
    Valuation.Builder run = run(2);
    CompletableFuture<EvaluationTask> waiting = CompletableFuture.supplyAsync(worker::take);
    String name = mesh.create(run).getName();
    assertThat(waiting.join().getValuation()).isEqualTo(name);
  }

  @Test
  void lostLeaseGoesToAnotherWorkerAndItsLateReportIsNotNeeded() throws InterruptedException {
    String name = mesh.create(run(1).setReplicateCount(1)).getName();
    EvaluationTask lost = worker.take();
    worker.report(worker.take());
    assertThat(mesh.get(name).getProgress().getRunningEvaluations()).isEqualTo(1);

    FakeWorker other = new FakeWorker(mesh.workers(), "worker-2");
    EvaluationTask again = other.take();
    assertThat(again.getCoalition()).isEqualTo(lost.getCoalition());
    assertThat(again.getLease()).isNotEqualTo(lost.getLease());
    assertThat(mesh.get(name).getProgress().getLostLeases()).isEqualTo(1);
    Failures.assertReason(Reason.LEASE_LOST, () -> renew(lost));
    renew(again);
    assertThat(other.report(again)).isTrue();
    assertThat(worker.report(lost)).isFalse();

    assertThat(mesh.get(name).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(workersOf(name)).containsExactlyInAnyOrder("worker-1", "worker-2");
  }

  @Test
  void lateReportCountsWhenItIsTheFirst() throws InterruptedException {
    String name = mesh.create(run(1).setReplicateCount(1)).getName();
    EvaluationTask late = worker.take();
    worker.report(worker.take());
    FakeWorker other = new FakeWorker(mesh.workers(), "worker-2");
    EvaluationTask again = other.take();
    assertThat(worker.report(late)).isTrue();
    assertThat(other.report(again)).isFalse();
    assertThat(mesh.get(name).getProgress().getDoneEvaluations()).isEqualTo(2);
    assertThat(workersOf(name)).containsExactly("worker-1", "worker-1");
  }

  @Test
  void renewedLeaseHolds() throws InterruptedException {
    mesh.create(run(1).setReplicateCount(1));
    EvaluationTask task = worker.take();
    worker.report(worker.take());
    for (int i = 0; i < 5; i++) {
      Thread.sleep(500);
      renew(task);
    }
    assertThat(worker.lease(0).hasTask()).isFalse();
    assertThat(worker.report(task)).isTrue();
  }

  @Test
  void sameReportTwiceCountsOnce() {
    String name = mesh.create(run(2)).getName();
    EvaluationTask task = worker.take();
    assertThat(worker.report(task)).isTrue();
    assertThat(worker.report(task)).isFalse();
    assertThat(worker.fail(task, "after all")).isFalse();
    assertThat(mesh.get(name).getProgress().getDoneEvaluations()).isEqualTo(1);
    Failures.assertReason(Reason.LEASE_LOST, () -> renew(task));
  }

  @Test
  void simultaneousReportsCountOnceEach() {
    String name = mesh.create(run(4)).getName();
    List<EvaluationTask> tasks = IntStream.range(0, 32).mapToObj(_ -> worker.take()).toList();
    List<CompletableFuture<Boolean>> reports =
        IntStream.range(0, 64)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> worker.report(tasks.get(i % 32))))
            .toList();
    assertThat(reports.stream().filter(CompletableFuture::join)).hasSize(32);
    assertThat(mesh.get(name).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
  }

  @Test
  void failureIsTriedAgainTwiceAndThenEndsAnExactRun() {
    String name = mesh.create(run(3).setReplicateCount(1)).getName();
    for (int i = 0; i < 3; i++) {
      EvaluationTask task = takeOf(0);
      assertThat(mesh.get(name).getState()).isEqualTo(Valuation.State.STATE_RUNNING);
      assertThat(worker.fail(task, "loss is not finite")).isTrue();
    }
    Valuation failed = mesh.get(name);
    assertThat(failed.getState()).isEqualTo(Valuation.State.STATE_FAILED);
    assertThat(failed.getFailure())
        .isEqualTo(
            "1 of 8 evaluations failed for good, and the values are not determined without them;"
                + " the last worker said: loss is not finite");
    assertThat(failed.getValuesList()).isEmpty();
    assertThat(failed.hasEndTime()).isTrue();
    assertThat(worker.lease(0).hasTask()).isFalse();
  }

  @Test
  void exactRunDoesWithoutAReplicateWhenAnotherIsThere() {
    String name = mesh.create(run(3)).getName();
    for (int i = 0; i < 8; i++) {
      worker.report(worker.take());
    }
    for (int i = 0; i < 3; i++) {
      worker.fail(takeOf(0), "diverged");
    }
    worker.work();
    Valuation ended = mesh.get(name);
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getProgress().getFailedEvaluations()).isEqualTo(1);
    assertThat(ended.getProgress().getDoneEvaluations()).isEqualTo(15);
  }

  @Test
  void sampledRunDoesWithoutAPair() {
    String name =
        mesh.create(
                run(4)
                    .setEstimator(Estimator.ESTIMATOR_PAIRED_KERNEL_SHAP)
                    .setCoalitionBudget(14)
                    .setReplicateCount(1))
            .getName();
    worker.report(worker.take());
    worker.report(worker.take());
    EvaluationTask victim = worker.take();
    worker.fail(victim, "diverged");
    for (int i = 0; i < 2; i++) {
      EvaluationTask again = worker.take();
      assertThat(again.getCoalition()).isEqualTo(victim.getCoalition());
      worker.fail(again, "diverged");
    }
    worker.work();
    Valuation ended = mesh.get(name);
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getDiagnostics().getCoalitionCount()).isEqualTo(12);
    assertThat(ended.getValuesList().stream().mapToDouble(ContributorValue::getValue).sum())
        .isEqualTo(12, within(1e-9));
  }

  @Test
  void reportsThatDoNotFitTheRunAreRefused() {
    mesh.create(run(3));
    EvaluationTask first = worker.take();
    EvaluationResult good = FakeWorker.result(first).build();
    Failures.assertReason(
        Reason.EVALUATION_MISMATCH,
        () -> report(first, good.toBuilder().removeUtilities("neg_log_fid").build()));
    assertThat(worker.report(first)).isTrue();

    EvaluationTask second = worker.take();
    Failures.assertReason(
        Reason.EVALUATION_MISMATCH,
        () -> report(second, good.toBuilder().setReferenceHash("reference-2").build()));
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      Failures.assertField(
          "result.utilities[\"other\"]",
          Reason.FIELD_OUT_OF_RANGE,
          () -> report(second, good.toBuilder().putUtilities("other", bad).build()));
    }
    Failures.assertField(
        "result.utilities",
        Reason.FIELD_REQUIRED,
        () -> report(second, good.toBuilder().clearUtilities().build()));
    Failures.assertField(
        "result.reference_hash",
        Reason.FIELD_REQUIRED,
        () -> report(second, good.toBuilder().clearReferenceHash().build()));
    Failures.assertField(
        "result.duration_seconds",
        Reason.FIELD_OUT_OF_RANGE,
        () -> report(second, good.toBuilder().setDurationSeconds(-1).build()));
    assertThat(worker.report(second)).isTrue();
  }

  @Test
  void leasesThatNeverWereAreRefused() {
    EvaluationTask stranger =
        EvaluationTask.newBuilder().setLease(UUID.randomUUID().toString()).build();
    Failures.assertReason(Reason.LEASE_LOST, () -> renew(stranger));
    Failures.assertReason(Reason.LEASE_LOST, () -> worker.report(stranger));
  }

  private EvaluationTask takeOf(int members) {
    EvaluationTask task = worker.take();
    assertThat(BitSet.valueOf(task.getCoalition().toByteArray()).cardinality()).isEqualTo(members);
    return task;
  }

  private void report(EvaluationTask task, EvaluationResult result) {
    worker.report(task.getLease(), result);
  }

  private void renew(EvaluationTask task) {
    assertThat(
            mesh.workers()
                .renewLease(RenewLeaseRequest.newBuilder().setLease(task.getLease()).build())
                .getLeaseDuration()
                .getSeconds())
        .isEqualTo(1);
  }

  private List<String> workersOf(String run) {
    return mesh
        .valuations()
        .listEvaluations(ListEvaluationsRequest.newBuilder().setParent(run).build())
        .getEvaluationsList()
        .stream()
        .map(Evaluation::getWorker)
        .toList();
  }

  private Valuation.Builder run(int contributors) {
    return Valuation.newBuilder().setImageSet(mesh.imageSet(contributors));
  }
}
