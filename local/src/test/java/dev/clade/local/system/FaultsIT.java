package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.local.check.CatalogueChecks;
import dev.clade.local.check.Check;
import dev.clade.local.check.LedgerChecks;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.images.DrawnImages;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.runtime.client.TypedErrors;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.TrainerSpec;
import dev.clade.valuation.v1.Valuation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Processes killed and the database cut off in the middle: afterwards it is as if nothing was. */
final class FaultsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String UNCACHED = "models/google-bert/bert-large-cased";

  private static TestMesh mesh;

  @BeforeAll
  static void start() throws Exception {
    mesh = TestMesh.start();
    long sequence =
        FileImport.result(
                new FileImport(mesh.client())
                    .run(SampleHub.FILE_NAME, SampleHub.open(), progress -> {}))
            .getLastSequence();
    new LineageReader(mesh.client()).await(sequence);
  }

  @AfterAll
  static void stop() throws Exception {
    mesh.close();
  }

  @Test
  void everyServiceAnswersTheSameAfterAKill() {
    GetFamilyResponse before = family();
    for (Service service : Service.values()) {
      mesh.mesh().process(service).kill();
      mesh.mesh().restart(service);
    }
    await(() -> following(), "lineage follows the catalogue again");

    assertThat(family().getMembersList()).isEqualTo(before.getMembersList());
    assertThat(new CatalogueChecks(mesh.client()).run(artifact -> {})).allMatch(Check::passed);
  }

  @Test
  void aRunSurvivesItsWorkerAndItsService() {
    ValuationRuns runs = new ValuationRuns(mesh.client());
    Valuation run = runs.create(small(runs));
    await(() -> done(runs, run) >= 2, "the run is under way");
    mesh.workers().forEach(ProcessHandle::destroyForcibly);
    int atKill = done(runs, run);
    await(() -> done(runs, run) > atKill, "the run goes on without its first workers");
    mesh.mesh().process(Service.VALUATION).kill();
    mesh.mesh().restart(Service.VALUATION);

    Valuation ended = runs.watch(run.getName(), state -> {});

    assertThat(ended.getState()).as(ended.getFailure()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(ended.getProgress().getDoneEvaluations()).isEqualTo(16);
    assertThat(ended.getProgress().getLostLeases()).isPositive();
    List<Evaluation> ledger =
        mesh.client()
            .valuation()
            .listEvaluations(ListEvaluationsRequest.newBuilder().setParent(run.getName()).build())
            .getEvaluationsList();
    assertThat(ledger.stream().map(row -> row.getCoalition() + "/" + row.getReplicate()).distinct())
        .hasSize(16);
    assertThat(new LedgerChecks(mesh.client()).run()).isNotEmpty().allMatch(Check::passed);
  }

  @Test
  void withoutItsDatabaseTheCatalogueSaysSoAndRecovers() {
    mesh.mesh().stopPostgres();
    CladeException failure =
        catchThrowableOfType(CladeException.class, () -> TypedErrors.call(() -> artifact()));
    mesh.mesh().startPostgres();

    assertThat(failure).isNotNull();
    assertThat(failure.reason()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
    await(
        () -> {
          try {
            return TypedErrors.call(() -> artifact()).equals(UNCACHED);
          } catch (CladeException e) {
            assertThat(e.reason()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
            return false;
          }
        },
        "the catalogue answers again");
    assertThat(family().getMembersCount()).isPositive();
  }

  private static String artifact() {
    return mesh.client()
        .catalogue()
        .getArtifact(GetArtifactRequest.newBuilder().setName(UNCACHED).build())
        .getArtifact()
        .getName();
  }

  private static GetFamilyResponse family() {
    return new LineageReader(mesh.client())
        .family(GetFamilyRequest.newBuilder().setName(SampleHub.SHOWN_MODEL).build());
  }

  private static boolean following() {
    return new LineageReader(mesh.client()).position().getFollowing();
  }

  private static int done(ValuationRuns runs, Valuation run) {
    return runs.get(run.getName()).getProgress().getDoneEvaluations();
  }

  /** Three contributors, two replicates: 16 trainings, long enough to be killed in the middle. */
  private static Valuation small(ValuationRuns runs) {
    return Valuation.newBuilder()
        .setImageSet(runs.store(DrawnImages.draw(1, 3)).getName())
        .setTrainer(TrainerSpec.newBuilder().setTrainingSteps(1_000))
        .setReplicateCount(2)
        .build();
  }

  private static void await(BooleanSupplier condition, String what) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(what, e);
      }
    }
  }
}
