package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.LeaseEvaluationRequest;
import dev.clade.valuation.v1.LeaseEvaluationResponse;
import dev.clade.valuation.v1.Valuation;
import io.grpc.StatusRuntimeException;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight workers that do whatever workers do, while runs are cancelled and resumed. */
@QuarkusTest
class DisturbedRunsTest extends ContractTest {
  private static final int WORKERS = 8;
  private static final int MOST_LOOKS = 4_000;

  private final AtomicBoolean over = new AtomicBoolean();

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void valuesAreThoseOfUndisturbedRuns(long seed) throws Exception {
    Valuation.Builder run =
        Valuation.newBuilder().setImageSet(mesh.imageSet(6)).setReplicateCount(1);
    String undisturbed = mesh.create(run).getName();
    assertThat(worker.work()).isEqualTo(64);
    List<String> names =
        List.of(mesh.create(run.clone().setShare(2)).getName(), mesh.create(run.clone()).getName());

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> workers =
          IntStream.range(0, WORKERS)
              .mapToObj(
                  i ->
                      CompletableFuture.runAsync(
                          () -> disturb("worker-" + i, new Random(seed * WORKERS + i)), threads))
              .toList();
      try {
        meddle(names, new Random(seed));
      } finally {
        over.set(true);
      }
      workers.forEach(CompletableFuture::join);
    }
    for (String name : names) {
      assertThat(mesh.get(name).getValuesList()).isEqualTo(mesh.get(undisturbed).getValuesList());
      assertThat(mesh.get(name).getProgress().getDoneEvaluations()).isEqualTo(64);
    }
  }

  /** Cancels now and then, and lets everything go on that has not succeeded. */
  private void meddle(List<String> names, Random random) throws InterruptedException {
    for (int look = 0; look < MOST_LOOKS; look++) {
      Thread.sleep(25);
      boolean done = true;
      for (String name : names) {
        switch (mesh.get(name).getState()) {
          case STATE_SUCCEEDED -> {}
          case STATE_CANCELLED, STATE_FAILED -> {
            mesh.resume(name);
            done = false;
          }
          default -> {
            done = false;
            if (random.nextInt(20) == 0) {
              unlessOver(() -> mesh.cancel(name));
            }
          }
        }
      }
      if (done) {
        return;
      }
    }
    throw new AssertionError("runs do not end");
  }

  private void disturb(String name, Random random) {
    FakeWorker one = new FakeWorker(mesh.workers(), name);
    List<EvaluationTask> kept = new ArrayList<>();
    while (!over.get()) {
      LeaseEvaluationResponse response =
          one.lease(LeaseEvaluationRequest.newBuilder().setMaxCount(1 + random.nextInt(4)), 50);
      List<EvaluationTask> tasks = new ArrayList<>(response.getAdditionalTasksList());
      if (response.hasTask()) {
        tasks.addFirst(response.getTask());
      }
      for (EvaluationTask task : tasks) {
        switch (random.nextInt(12)) {
          case 0 -> one.fail(task, "diverged");
          case 1 -> one.release(task);
          // Vanished for now: it may report much later, or never.
          case 2 -> kept.add(task);
          case 3 -> {
            // The first may come while the run is cancelled, and the second when it goes on.
            boolean first = one.report(task);
            assertThat(one.report(task) && first).isFalse();
          }
          case 4 -> {
            unlessOver(() -> one.renew(task, tasks));
            one.report(task);
          }
          default -> one.report(task);
        }
      }
      if (!kept.isEmpty() && random.nextInt(8) == 0) {
        one.report(kept.removeFirst());
      }
    }
  }

  /** What has ended meanwhile may refuse. */
  private static void unlessOver(Runnable call) {
    try {
      call.run();
    } catch (StatusRuntimeException e) {
      assertThat(ErrorStatus.fromStatus(e).orElseThrow(() -> e).reason())
          .isIn(Reason.VALUATION_OVER, Reason.LEASE_LOST);
    }
  }
}
