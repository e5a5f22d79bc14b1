package dev.clade.valuation.server.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Duration;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.clade.valuation.v1.Budget;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.Forecast;
import dev.clade.valuation.v1.ListEvaluationsRequest;
import dev.clade.valuation.v1.PendingReason;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is told ahead: forecasts, what a run waits for, what others did already. */
@QuarkusTest
class OutlookContractTest extends ContractTest {

  @Test
  void aRunThatNobodyWorksOnSaysSo() {
    Valuation run = mesh.create(run());
    assertThat(run.getPending().getReason()).isEqualTo(PendingReason.PENDING_REASON_NO_WORKERS);
    assertThat(run.getPending().getQueuePosition()).isEqualTo(1);
    assertThat(run.hasForecast()).isFalse();
  }

  @Test
  void aRunBehindAnotherWaitsForItsTurn() {
    mesh.create(run().setPriority(5));
    Valuation second = mesh.create(run());
    worker.take();
    Valuation waiting = mesh.get(second.getName());
    assertThat(waiting.getPending().getReason())
        .isEqualTo(PendingReason.PENDING_REASON_WAITING_FOR_TURN);
    assertThat(waiting.getPending().getQueuePosition()).isEqualTo(2);
  }

  @Test
  void whatIsLeftIsForecastFromWhatWasTimed() {
    Valuation run = mesh.create(run());
    for (int i = 0; i < 4; i++) {
      worker.report(worker.take());
    }
    Forecast forecast = mesh.get(run.getName()).getForecast();
    assertThat(forecast.getEnding()).isEqualTo(Forecast.Ending.ENDING_PLAN);
    assertThat(forecast.getEvaluations().getExpected()).isEqualTo(12);
    // The first of a worker holds what it prepared, and does not tell how long others take.
    assertThat(forecast.getTimedEvaluations()).isEqualTo(3);
    double held =
        pool.query(
                """
                SELECT avg(extract(epoch FROM end_time - create_time))::double precision
                FROM valuation.lease WHERE position > 0
                """)
            .execute()
            .await()
            .indefinitely()
            .iterator()
            .next()
            .getDouble(0);
    assertThat(forecast.getDeviceHours().getExpected()).isCloseTo(12 * held / 3600, within(1e-9));
  }

  @Test
  void aRequestThatIsOnlyCheckedStartsNothing() {
    mesh.create(run());
    worker.work();
    Valuation preview =
        mesh.valuations()
            .createValuation(
                CreateValuationRequest.newBuilder()
                    .setValuation(run().setBudget(Budget.newBuilder().setEvaluations(10)))
                    .setRequestId(UUID.randomUUID().toString())
                    .setValidateOnly(true)
                    .build())
            .getValuation();
    assertThat(preview.getName()).isEmpty();
    assertThat(preview.getCoalitionBudget()).isEqualTo(8);
    assertThat(preview.getForecast().getEnding()).isEqualTo(Forecast.Ending.ENDING_BUDGET);
    assertThat(preview.getForecast().getEvaluations().getExpected()).isEqualTo(10);
    assertThat(worker.lease(0).hasTask()).isFalse();
  }

  @Test
  void whatAnotherRunDidIsTakenOver() {
    Valuation first = mesh.create(run());
    worker.work();
    // Twice the trainings: half of them are there.
    Valuation second = mesh.create(run().setReplicateCount(4).setReuseEvaluations(true));
    assertThat(second.getProgress().getDoneEvaluations()).isEqualTo(16);
    assertThat(second.getUsage().getReusedEvaluations()).isEqualTo(16);
    assertThat(second.getUsage().getEvaluations()).isZero();
    assertThat(worker.work()).isEqualTo(16);
    List<Evaluation> ledger =
        mesh.valuations()
            .listEvaluations(
                ListEvaluationsRequest.newBuilder().setParent(second.getName()).build())
            .getEvaluationsList();
    assertThat(ledger).hasSize(32);
    assertThat(ledger)
        .filteredOn(row -> row.getReplicate() < 2)
        .extracting(Evaluation::getReusedFrom)
        .containsOnly(first.getName());
    // Another seed is another game; the same one without a wish to reuse is done again.
    assertThat(
            mesh.create(run().setSeed(7).setReuseEvaluations(true))
                .getProgress()
                .getDoneEvaluations())
        .isZero();
    assertThat(mesh.create(run()).getProgress().getDoneEvaluations()).isZero();
  }

  @Test
  void aRunThatNeedsNothingNewEndsAtOnce() {
    Valuation first = mesh.create(run());
    worker.work();
    Valuation again = mesh.create(run().setReuseEvaluations(true));
    assertThat(again.getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
    assertThat(again.getValuesList()).isEqualTo(mesh.get(first.getName()).getValuesList());
  }

  @Test
  void aRunIsALongRunningOperation() throws InvalidProtocolBufferException {
    OperationsGrpc.OperationsBlockingStub operations = mesh.operations();
    Valuation run = mesh.create(run());
    Operation running =
        operations.getOperation(GetOperationRequest.newBuilder().setName(run.getName()).build());
    assertThat(running.getDone()).isFalse();
    assertThat(running.getMetadata().unpack(Valuation.class).getState())
        .isEqualTo(Valuation.State.STATE_PENDING);
    WaitOperationRequest wait =
        WaitOperationRequest.newBuilder()
            .setName(run.getName())
            .setTimeout(Duration.newBuilder().setNanos(1_000_000))
            .build();
    assertThat(operations.waitOperation(wait).getDone()).isFalse();
    WaitOperationRequest none = wait.toBuilder().setTimeout(Duration.getDefaultInstance()).build();
    assertThat(operations.waitOperation(none).getDone()).isFalse();
    worker.work();
    Operation done = operations.waitOperation(wait);
    assertThat(done.getDone()).isTrue();
    assertThat(done.getResponse().unpack(Valuation.class)).isEqualTo(mesh.get(run.getName()));
    assertThat(
            operations
                .listOperations(ListOperationsRequest.newBuilder().setPageSize(1).build())
                .getOperations(0)
                .getName())
        .isEqualTo(run.getName());
  }

  private Valuation.Builder run() {
    return Valuation.newBuilder().setImageSet(mesh.imageSet(3));
  }
}
