package dev.clade.valuation.server.grpc;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc.OperationsImplBase;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Empty;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.request.WaitTimeout;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.run.RunWatch;
import dev.clade.valuation.v1.CancelValuationRequest;
import dev.clade.valuation.v1.GetValuationRequest;
import dev.clade.valuation.v1.GetValuationResponse;
import dev.clade.valuation.v1.ListValuationsRequest;
import dev.clade.valuation.v1.ListValuationsResponse;
import dev.clade.valuation.v1.Valuation;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Serves {@code google.longrunning.Operations} for runs: to get, list, cancel and wait for them.
 */
@GrpcService
class OperationsGrpcService extends OperationsImplBase {
  private static final String COLLECTION = "valuations";

  private final ValuationGrpcService valuations;
  private final RunWatch watch;
  private final Replies replies;

  @Inject
  OperationsGrpcService(
      @GrpcService ValuationGrpcService valuations, RunWatch watch, Replies replies) {
    this.valuations = valuations;
    this.watch = watch;
    this.replies = replies;
  }

  @Override
  public void getOperation(GetOperationRequest request, StreamObserver<Operation> client) {
    replies.unary(client, () -> get(request.getName()).map(OperationMessages::of));
  }

  /** Waits for a minute at most, then returns the operation as it stands. */
  @Override
  public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> client) {
    replies.unary(
        client,
        () -> {
          Duration longest = WaitTimeout.of(request);
          if (longest.isZero()) {
            return get(request.getName()).map(OperationMessages::of);
          }
          return watch
              .watch(Names.run("name", request.getName()))
              .filter(view -> view.run().state().isTerminal())
              .toUni()
              .ifNoItem()
              .after(longest)
              .recoverWithItem(() -> null)
              .flatMap(_ -> get(request.getName()))
              .map(OperationMessages::of);
        });
  }

  /** Ends a run, as CancelValuation; it may be resumed there. */
  @Override
  public void cancelOperation(CancelOperationRequest request, StreamObserver<Empty> client) {
    replies.unary(
        client,
        () ->
            valuations
                .cancelValuation(
                    CancelValuationRequest.newBuilder().setName(request.getName()).build())
                .replaceWith(Empty.getDefaultInstance()));
  }

  @Override
  public void listOperations(
      ListOperationsRequest request, StreamObserver<ListOperationsResponse> client) {
    replies.unary(client, () -> list(request));
  }

  private Uni<ListOperationsResponse> list(ListOperationsRequest request) {
    if (!request.getName().isEmpty() && !request.getName().equals(COLLECTION)) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE, "name", request.getName(), "must be " + COLLECTION);
    }
    if (!request.getFilter().isEmpty()) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE, "filter", request.getFilter(), "must be empty");
    }
    return valuations
        .listValuations(
            ListValuationsRequest.newBuilder()
                .setPageSize(request.getPageSize())
                .setPageToken(request.getPageToken())
                .build())
        .map(OperationsGrpcService::page);
  }

  private static ListOperationsResponse page(ListValuationsResponse page) {
    ListOperationsResponse.Builder response =
        ListOperationsResponse.newBuilder().setNextPageToken(page.getNextPageToken());
    page.getValuationsList().stream().map(OperationMessages::of).forEach(response::addOperations);
    return response.build();
  }

  private Uni<Valuation> get(String name) {
    return valuations
        .getValuation(GetValuationRequest.newBuilder().setName(name).build())
        .map(GetValuationResponse::getValuation);
  }
}
