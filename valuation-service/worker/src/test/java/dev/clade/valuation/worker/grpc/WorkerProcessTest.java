package dev.clade.valuation.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.EvaluationResult;
import dev.clade.valuation.v1.ReportEvaluationRequest;
import dev.clade.valuation.v1.TrainerSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Workers as processes, against a service in memory. */
class WorkerProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration LEASE = Duration.ofSeconds(3);

  @Test
  void whatAKilledWorkerLeavesIsDoneByTheNext() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      for (int replicate = 0; replicate < 3; replicate++) {
        for (int coalition = 0; coalition < 4; coalition++) {
          service.add(Tasks.task(coalition, replicate, 1_000));
        }
      }
      try (WorkerProcess first =
          WorkerProcess.start(service.target(), "first", Map.of(), "--idle-exit", "600")) {
        await(() -> service.reports().size() >= 2);
        first.kill();
      }
      assertThat(service.reports()).hasSizeLessThan(12);

      try (WorkerProcess second =
          WorkerProcess.start(service.target(), "second", Map.of(), "--idle-exit", "5")) {
        assertThat(second.exitStatus(PATIENCE)).isZero();
      }
      assertThat(service.reports()).hasSize(12);
      assertThat(service.reports().values()).allMatch(ReportEvaluationRequest::hasResult);
    }
  }

  @Test
  void theEndOfItsParentEndsAWorkerThatGivesItsWorkBack() throws Exception {
    endsWell(WorkerProcess::closeStandardInput, "--exit-with-parent");
  }

  @Test
  void aSignalEndsAWorkerThatGivesItsWorkBack() throws Exception {
    endsWell(WorkerProcess::terminate);
  }

  /**
   * The first evaluation comes alone, the others in one batch, which begins with an endless one.
   */
  private static void endsWell(Ending ending, String... options) throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(Duration.ofMinutes(10))) {
      service.add(Tasks.task(3, 0, 50));
      service.add(Tasks.task(3, 1, 1_000_000));
      service.add(Tasks.task(3, 2, 50));
      List<String> all = new ArrayList<>(List.of("--idle-exit", "600"));
      all.addAll(List.of(options));
      try (WorkerProcess worker =
          WorkerProcess.start(service.target(), "child", Map.of(), all.toArray(String[]::new))) {
        await(() -> service.leases() == 3);
        assertThat(service.waiting()).isZero();
        ending.of(worker);

        assertThat(worker.exitStatus(Duration.ofSeconds(20))).isZero();
      }
      assertThat(service.waiting()).isEqualTo(2);
      assertThat(service.reports()).containsOnlyKeys("task-3-0");
    }
  }

  private interface Ending {
    void of(WorkerProcess worker) throws Exception;
  }

  /** Making the checkpoint takes several times as long as a lease lasts. */
  @Test
  void aWorkerThatComesLaterGoesOnFromTheCheckpointOfOneThatWasKilled() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(Duration.ofSeconds(1))) {
      service.add(Tasks.finetuning(1, 0, 20_000));
      try (WorkerProcess first =
          WorkerProcess.start(service.target(), "first", Map.of(), "--idle-exit", "600")) {
        await(() -> service.reports().containsKey("task-1-0"));
        first.kill();
      }
      assertThat(service.leases()).isEqualTo(1);
      assertThat(service.renewals()).isGreaterThan(2);
      ByteString kept = service.checkpoints().get("checkpoints/test");

      service.add(Tasks.finetuning(2, 0, 20_000));
      service.add(Tasks.finetuning(1, 1, 20_000));
      try (WorkerProcess second =
          WorkerProcess.start(
              service.target(), "second", Map.of(), "--idle-exit", "1", "--batch", "1")) {
        assertThat(second.exitStatus(PATIENCE)).isZero();
      }
      assertThat(service.reports()).hasSize(3);
      assertThat(service.checkpoints()).containsOnly(Map.entry("checkpoints/test", kept));
      assertThat(service.reports().values()).allMatch(ReportEvaluationRequest::hasResult);
    }
  }

  @Test
  void aLeaseIsKeptWhileAWorkerComputesAndItsLossIsHeeded() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(3, 0, 1_000_000));
      try (WorkerProcess worker =
          WorkerProcess.start(service.target(), "slow", Map.of(), "--idle-exit", "600")) {
        await(() -> service.renewals() >= 4);
        assertThat(service.leases()).isEqualTo(1);

        service.refuseRenewals("task-3-0");
        service.add(Tasks.task(1, 0, 50));
        await(() -> service.reports().containsKey("task-1-0"));
        assertThat(service.reports()).doesNotContainKey("task-3-0");
      }
    }
  }

  /** A batch of the sampler is 128 KiB, so one that is not freed shows as 75 MiB. */
  @Test
  void nativeMemoryIsFreed() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      for (int replicate = 0; replicate < 700; replicate++) {
        service.add(
            Tasks.task(3, replicate, 10).toBuilder()
                .setTrainer(
                    TrainerSpec.newBuilder()
                        .setTrainingSteps(10)
                        .setHiddenUnits(16)
                        .setSamplingSteps(2))
                .build());
      }
      try (WorkerProcess worker =
          WorkerProcess.start(service.target(), "lasting", Map.of(), "--idle-exit", "600")) {
        await(() -> service.reports().size() >= 100);
        long before = worker.residentBytes();
        await(() -> service.reports().size() == 700);

        assertThat(worker.residentBytes() - before).isLessThan(40L << 20);
      }
    }
  }

  @Test
  void twoProcessesWithOtherThreadSettingsGiveTheSameBits() throws Exception {
    assertThat(resultsOfProcess(Map.of("OMP_NUM_THREADS", "4", "OPENBLAS_NUM_THREADS", "4")))
        .isEqualTo(resultsOfProcess(Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1")));
  }

  @Test
  void aTaskThatCannotBeDoneIsReportedAndTheWorkerGoesOn() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      service.add(Tasks.task(3, 0, 50).toBuilder().setImageSet("imageSets/none").build());
      service.add(Tasks.task(4, 0, 50));
      service.add(Tasks.task(3, 1, 5));
      service.add(Tasks.task(3, 2, 50));
      try (WorkerProcess worker =
          WorkerProcess.start(service.target(), "sturdy", Map.of(), "--idle-exit", "1")) {
        assertThat(worker.exitStatus(PATIENCE)).isZero();
      }
      assertThat(failure(service, "task-3-0")).isEqualTo("there is no \"imageSets/none\"");
      assertThat(failure(service, "task-4-0"))
          .isEqualTo("coalition: bit 2 is set; there are 2 contributors");
      assertThat(failure(service, "task-3-1"))
          .isEqualTo("training_steps must be from 10 to 1,000,000; it is 5");
      assertThat(service.reports().get("task-3-2").hasResult()).isTrue();
    }
  }

  private static Map<String, EvaluationResult> resultsOfProcess(Map<String, String> environment)
      throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(LEASE)) {
      for (int coalition = 0; coalition < 4; coalition++) {
        // Default sizes, whose matrices are large enough for several threads.
        service.add(
            Tasks.task(coalition, 0, 100).toBuilder()
                .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(100))
                .build());
      }
      try (WorkerProcess worker =
          WorkerProcess.start(service.target(), "bits", environment, "--idle-exit", "1")) {
        assertThat(worker.exitStatus(PATIENCE)).isZero();
      }
      Map<String, EvaluationResult> results = new HashMap<>();
      service
          .reports()
          .forEach(
              (task, report) ->
                  results.put(task, report.getResult().toBuilder().clearDurationSeconds().build()));
      assertThat(results).hasSize(4);
      return results;
    }
  }

  @Test
  void wrongOptionsAreNamedAndEndWithTwo() throws Exception {
    for (String[] wrong :
        new String[][] {{"--batch", "65"}, {"--devices", "0"}, {"--valuation", "none"}}) {
      try (WorkerProcess worker = WorkerProcess.start("localhost:1", "wrong", Map.of(), wrong)) {
        assertThat(worker.exitStatus(PATIENCE)).isEqualTo(2);
      }
    }
  }

  private static String failure(FakeWorkerService service, String task) {
    return service.reports().get(task).getFailure().getMessage();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).as("waited too long").isNegative();
      Thread.sleep(20);
    }
  }
}
