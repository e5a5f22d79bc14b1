package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * SIGKILL, again and again, of the valuation service and its workers. Claim: values are those of an
 * undisturbed run, bit for bit, and the history of leases and the ledger agree.
 */
final class ValuationKillsIT {
  private static final int ROUNDS = Rounds.count();
  private static final int POLLS = 1_200;
  private static final long PAUSE_MILLIS = 50;
  private static final int MOST_MORE = 6;

  private static final Recoveries RECOVERIES = new Recoveries("SIGKILL of valuation");

  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh =
        TestMesh.start(
            List.of(Service.VALUATION),
            Map.of(
                "CLADE_VALUATION_LEASE_DURATION", "2s",
                "CLADE_VALUATION_TICK", "200ms",
                "CLADE_VALUATION_LAUNCHER_LOCAL_BACKOFF", "100ms",
                // Those that are killed in the middle of an evaluation are not its fault.
                "CLADE_VALUATION_MOST_LOSSES", "100"));
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void valuesAreThoseOfAnUndisturbedRun() throws Exception {
    ValuationRuns runs = new ValuationRuns(mesh.client());
    Valuation wished = wished(runs);
    Valuation undisturbed = runs.watch(runs.create(wished).getName(), state -> {});
    assertThat(undisturbed.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);

    Random random = new Random(1);
    int killed = 0;
    while (killed < ROUNDS) {
      String name = runs.create(wished).getName();
      while (killed < ROUNDS && progresses(runs, name, 1 + random.nextInt(MOST_MORE))) {
        kill(random.nextInt(3));
        killed++;
      }
      Valuation ended = runs.watch(name, state -> {});
      assertThat(ended.getState()).as(ended.getFailure()).isEqualTo(undisturbed.getState());
      assertThat(ended.getValuesList()).isEqualTo(undisturbed.getValuesList());
      assertThat(ended.getDiagnostics()).isEqualTo(undisturbed.getDiagnostics());
      assertThat(ended.getProgress().getDoneEvaluations())
          .isEqualTo(ended.getProgress().getTotalEvaluations());
    }
    assertThat(LeaseClaims.violations(mesh.mesh().postgres())).isEmpty();
    RECOVERIES.print();
  }

  /** Waits until some more evaluations are done; false when the run ends before. */
  private static boolean progresses(ValuationRuns runs, String name, int more)
      throws InterruptedException {
    int start = runs.get(name).getProgress().getDoneEvaluations();
    for (int i = 0; i < POLLS; i++) {
      Valuation run = runs.get(name);
      if (run.getState() == Valuation.State.STATE_SUCCEEDED) {
        return false;
      }
      if (run.getProgress().getDoneEvaluations() >= start + more) {
        return true;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw new AssertionError("the run does not go on: " + runs.get(name));
  }

  /** Kills the workers, the service, or first the ones and then the other. */
  private static void kill(int whom) {
    if (whom != 0) {
      mesh.workers().forEach(ProcessHandle::destroyForcibly);
    }
    if (whom != 1) {
      mesh.mesh().process(Service.VALUATION).kill();
      long begin = System.nanoTime();
      mesh.mesh().restart(Service.VALUATION);
      RECOVERIES.addSince(begin);
    }
  }

  /** Five contributors, two trainings a coalition: 64 evaluations of a few tenths of a second. */
  private static Valuation wished(ValuationRuns runs) {
    return Valuation.newBuilder()
        .setImageSet(runs.store(DrawnImages.draw(1, 5)).getName())
        .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(200))
        .setReplicateCount(2)
        .build();
  }
}
