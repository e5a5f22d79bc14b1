package dev.clade.local.system;

import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.Operation;
import dev.clade.ingest.v1.ImportServiceGrpc;
import dev.clade.ingest.v1.StartImportRequest;
import dev.clade.local.client.FileImport;
import dev.clade.local.client.MeshClient;
import dev.clade.local.client.MoneyText;
import dev.clade.local.client.Payouts;
import dev.clade.local.client.ValuationRuns;
import dev.clade.local.mesh.Service;
import dev.clade.local.sample.SampleHub;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.CreateValuationRequest;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutServiceGrpc;
import dev.clade.valuation.v1.PayoutTerms;
import dev.clade.valuation.v1.ProportionalRule;
import dev.clade.valuation.v1.Valuation;
import dev.clade.valuation.v1.ValuationServiceGrpc;
import io.grpc.Channel;
import io.grpc.stub.AbstractStub;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A method that makes something under a request id.
 *
 * @param method its full name
 * @param service who has it
 * @param request returns a call that is new, and the same however often it is made; it returns the
 *     name of what it made
 * @param made returns the names of all there are
 */
record Creation(String method, Service service, Request request, Supplier<List<String>> made) {
  private static final int DEADLINE_SECONDS = 60;

  /** Makes up a request. */
  interface Request {
    Function<Channel, String> next() throws IOException;
  }

  @Override
  public String toString() {
    return method;
  }

  static Creation ofImports(MeshClient client) {
    return new Creation(
        "clade.ingest.v1.ImportService.StartImport",
        Service.INGEST,
        () -> {
          StartImportRequest request =
              StartImportRequest.newBuilder()
                  .setUpload(
                      new FileImport(client)
                          .upload(SampleHub.FILE_NAME, SampleHub.open())
                          .getUpload())
                  .setRequestId(UUID.randomUUID().toString())
                  .build();
          return channel ->
              patient(ImportServiceGrpc.newBlockingStub(channel))
                  .startImport(request)
                  .getOperation()
                  .getName();
        },
        () ->
            client
                .operations()
                .listOperations(
                    ListOperationsRequest.newBuilder()
                        .setName("imports")
                        .setPageSize(1_000)
                        .build())
                .getOperationsList()
                .stream()
                .map(Operation::getName)
                .toList());
  }

  static Creation ofRuns(MeshClient client, Valuation wished) {
    ValuationRuns runs = new ValuationRuns(client);
    return new Creation(
        "clade.valuation.v1.ValuationService.CreateValuation",
        Service.VALUATION,
        () -> {
          CreateValuationRequest request =
              CreateValuationRequest.newBuilder()
                  .setValuation(wished)
                  .setRequestId(UUID.randomUUID().toString())
                  .build();
          return channel ->
              patient(ValuationServiceGrpc.newBlockingStub(channel))
                  .createValuation(request)
                  .getValuation()
                  .getName();
        },
        () -> runs.list().stream().map(Valuation::getName).toList());
  }

  static Creation ofPayouts(MeshClient client, String run) {
    Payouts payouts = new Payouts(client);
    return new Creation(
        "clade.valuation.v1.PayoutService.CreatePayout",
        Service.VALUATION,
        () -> {
          CreatePayoutRequest request =
              CreatePayoutRequest.newBuilder()
                  .setParent(run)
                  .setTerms(
                      PayoutTerms.newBuilder()
                          .setBudget(MoneyText.parse("100 EUR"))
                          .setProportional(ProportionalRule.getDefaultInstance()))
                  .setRequestId(UUID.randomUUID().toString())
                  .build();
          return channel ->
              patient(PayoutServiceGrpc.newBlockingStub(channel))
                  .createPayout(request)
                  .getPayout()
                  .getName();
        },
        () -> payouts.list(run).stream().map(Payout::getName).toList());
  }

  /** Waits for a connection, so that it need not be made again before each call. */
  private static <S extends AbstractStub<S>> S patient(S stub) {
    return stub.withWaitForReady().withDeadlineAfter(DEADLINE_SECONDS, TimeUnit.SECONDS);
  }
}
