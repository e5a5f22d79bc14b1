package dev.clade.valuation.server.contract;

import static dev.clade.valuation.server.contract.Failures.assertField;
import static dev.clade.valuation.server.contract.Failures.assertReason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.ByteString;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.ImportEvaluationsRequest;
import dev.clade.valuation.v1.ImportEvaluationsResponse;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client sees of evaluations that were done elsewhere: the whole game is 16 by 2. */
@QuarkusTest
class ImportContractTest extends ContractTest {
  private Valuation run;

  @BeforeEach
  void create() {
    run = mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(4)));
  }

  @Test
  void aRunEndsWithTheValuesOfWhatWasImported() {
    List<Evaluation> game = game();
    assertThat(run.getContributorsList()).containsExactly("c00", "c01", "c02", "c03");
    assertThat(add(game.subList(0, 20))).isEqualTo(counts(20, 0));
    assertThat(mesh.get(run.getName()).getState()).isEqualTo(Valuation.State.STATE_RUNNING);
    assertThat(add(game.subList(10, 32))).isEqualTo(counts(12, 10));

    Valuation ended = mesh.get(run.getName());
    assertThat(ended.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    for (int i = 0; i < 4; i++) {
      assertThat(ended.getValues(i).getValue()).isEqualTo(FakeWorker.shapleyValue(i), within(1e-9));
    }
    assertThat(ended.getUsage().getEvaluations()).isZero();
    assertThat(Ledgers.list(mesh, run))
        .hasSize(32)
        .allSatisfy(
            row -> {
              assertThat(row.getWorker()).isEqualTo("import");
              assertThat(row.getDurationSeconds()).isEqualTo(0.25);
            })
        .extracting(Evaluation::getUtilitiesMap)
        .containsExactlyInAnyOrderElementsOf(
            game.stream().map(Evaluation::getUtilitiesMap).toList());
    // A call that is repeated after the run has ended is still answered.
    assertThat(add(game)).isEqualTo(counts(0, 32));
  }

  @Test
  void whatWorkersDoAndWhatIsImportedGoTogether() {
    EvaluationTask task = worker.take();
    long members = task.getCoalition().byteAt(0);
    assertThat(add(List.of(Ledgers.evaluation(members, task.getReplicate()).build())))
        .isEqualTo(counts(1, 0));
    assertThat(worker.report(task)).isFalse();
    assertThat(worker.work()).isEqualTo(31);
    assertThat(mesh.get(run.getName()).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
  }

  @Test
  void whatTheLedgerHasOtherwiseIsNamed() {
    add(game().subList(0, 3));
    Evaluation other =
        game().get(2).toBuilder()
            .putUtilities(
                "neg_log_fid", Math.nextUp(game().get(2).getUtilitiesOrThrow("neg_log_fid")))
            .build();
    assertThat(
            assertField(
                "evaluations[1]",
                Reason.EVALUATION_MISMATCH,
                () -> add(List.of(game().get(5), other))))
        .hasMessageContaining("{c00}, replicate 0")
        .hasMessageContaining("must be equal to the ledger's");
    assertThat(Ledgers.list(mesh, run)).hasSize(3);
  }

  @Test
  void whatThePlanDoesNotHaveIsNamedAndNothingIsAdded() {
    for (Evaluation foreign :
        List.of(
            Ledgers.evaluation(1, 2).build(),
            game().getFirst().toBuilder()
                .setCoalition(ByteString.copyFrom(new byte[] {(byte) 0x80}))
                .build(),
            game().getFirst().toBuilder().setCoalition(ByteString.EMPTY).build())) {
      assertThat(
              assertField(
                  "evaluations[1]",
                  Reason.EVALUATION_MISMATCH,
                  () -> add(List.of(game().get(5), foreign))))
          .hasMessageContaining("must be in the run's plan");
    }
    assertThat(Ledgers.list(mesh, run)).isEmpty();
  }

  @Test
  void evaluationsAreCheckedAsReportsAre() {
    Evaluation good = game().getFirst();
    refused("evaluations[0].utilities", Reason.FIELD_REQUIRED, good.toBuilder().clearUtilities());
    refused(
        "evaluations[0].utilities[\"x\"]",
        Reason.FIELD_OUT_OF_RANGE,
        good.toBuilder().putUtilities("x", Double.NaN));
    refused(
        "evaluations[0].utilities[\"x\"]",
        Reason.FIELD_OUT_OF_RANGE,
        good.toBuilder().putUtilities("x", -1.1e100));
    refused(
        "evaluations[0].reference_hash",
        Reason.FIELD_REQUIRED,
        good.toBuilder().clearReferenceHash());
    refused(
        "evaluations[0].duration_seconds",
        Reason.FIELD_OUT_OF_RANGE,
        good.toBuilder().setDurationSeconds(-1));
    refused(
        "evaluations[0].utilities",
        Reason.EVALUATION_MISMATCH,
        good.toBuilder().removeUtilities("neg_log_fid"));
    assertField(
        "evaluations[1].reference_hash",
        Reason.EVALUATION_MISMATCH,
        () -> add(List.of(good, game().get(1).toBuilder().setReferenceHash("other").build())));
    assertField("evaluations[1]", Reason.FIELD_MALFORMED, () -> add(List.of(good, good)));
    assertField("evaluations", Reason.FIELD_REQUIRED, () -> add(List.of()));
    for (String foreign : List.of("x", "x".repeat(500_000))) {
      assertField(
          "contributors",
          Reason.EVALUATION_MISMATCH,
          () ->
              mesh.valuations()
                  .importEvaluations(request(List.of(good)).addContributors(foreign).build()));
    }
    assertReason(
        Reason.VALUATION_NOT_FOUND,
        () ->
            mesh.valuations()
                .importEvaluations(
                    request(List.of(good))
                        .setParent("valuations/00000000-0000-4000-8000-000000000000")
                        .build()));
    assertThat(Ledgers.list(mesh, run)).isEmpty();
  }

  @Test
  void aRunThatIsOverTakesNothingNew() {
    add(game().subList(0, 3));
    pool.query("UPDATE valuation.valuation SET state = 'CANCELLED', end_time = now()")
        .execute()
        .await()
        .indefinitely();
    assertThat(add(game().subList(0, 3))).isEqualTo(counts(0, 3));
    assertReason(Reason.VALUATION_OVER, () -> add(game().subList(0, 4)));
  }

  private void refused(String field, Reason reason, Evaluation.Builder bad) {
    assertField(field, reason, () -> add(List.of(bad.build())));
  }

  private ImportEvaluationsResponse add(List<Evaluation> rows) {
    return mesh.valuations().importEvaluations(request(rows).build());
  }

  private ImportEvaluationsRequest.Builder request(List<Evaluation> rows) {
    return ImportEvaluationsRequest.newBuilder()
        .setParent(run.getName())
        .addAllContributors(run.getContributorsList())
        .addAllEvaluations(rows);
  }

  private static ImportEvaluationsResponse counts(int imported, int present) {
    return ImportEvaluationsResponse.newBuilder()
        .setImportedCount(imported)
        .setPresentCount(present)
        .build();
  }

  private static List<Evaluation> game() {
    List<Evaluation> rows = new ArrayList<>();
    for (int members = 0; members < 16; members++) {
      rows.add(Ledgers.evaluation(members, 0).build());
      rows.add(Ledgers.evaluation(members, 1).build());
    }
    return rows;
  }
}
