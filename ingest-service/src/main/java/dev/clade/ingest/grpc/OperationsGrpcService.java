package dev.clade.ingest.grpc;

import com.google.longrunning.CancelOperationRequest;
import com.google.longrunning.GetOperationRequest;
import com.google.longrunning.ListOperationsRequest;
import com.google.longrunning.ListOperationsResponse;
import com.google.longrunning.Operation;
import com.google.longrunning.OperationsGrpc.OperationsImplBase;
import com.google.longrunning.WaitOperationRequest;
import com.google.protobuf.Empty;
import dev.clade.ingest.imports.ImportService;
import dev.clade.ingest.imports.IngestResource;
import dev.clade.ingest.store.ImportStatus;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.Replies;
import dev.clade.runtime.page.PageSize;
import dev.clade.runtime.page.PageTime;
import dev.clade.runtime.page.PageToken;
import dev.clade.runtime.request.WaitTimeout;
import io.grpc.stub.StreamObserver;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Serves {@code google.longrunning.Operations} for imports: to get, list, cancel and wait for them.
 */
@GrpcService
class OperationsGrpcService extends OperationsImplBase {
  private static final PageSize PAGE_SIZE = new PageSize(50, 200);
  private static final UUID SMALLEST_ID = new UUID(0, 0);

  private final ImportService imports;
  private final Replies replies;

  @Inject
  OperationsGrpcService(ImportService imports, Replies replies) {
    this.imports = imports;
    this.replies = replies;
  }

  @Override
  public void getOperation(GetOperationRequest request, StreamObserver<Operation> client) {
    replies.unary(client, () -> imports.get(id(request.getName())).map(OperationMessages::of));
  }

  /** Waits for a minute at most, then returns the operation as it stands. */
  @Override
  public void waitOperation(WaitOperationRequest request, StreamObserver<Operation> client) {
    replies.unary(
        client,
        () ->
            imports
                .await(id(request.getName()), WaitTimeout.of(request))
                .map(OperationMessages::of));
  }

  /** Ends an import for good; of one that was cancelled before, nothing more. */
  @Override
  public void cancelOperation(CancelOperationRequest request, StreamObserver<Empty> client) {
    replies.unary(
        client,
        () -> imports.cancel(id(request.getName())).replaceWith(Empty.getDefaultInstance()));
  }

  @Override
  public void listOperations(
      ListOperationsRequest request, StreamObserver<ListOperationsResponse> client) {
    replies.unary(client, () -> list(request));
  }

  private Uni<ListOperationsResponse> list(ListOperationsRequest request) {
    if (!request.getName().isEmpty() && !request.getName().equals("imports")) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE, "name", request.getName(), "must be imports");
    }
    if (!request.getFilter().isEmpty()) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE, "filter", request.getFilter(), "must be empty");
    }
    int most = PAGE_SIZE.of(request.getPageSize());
    Place first = new Place(Instant.EPOCH, SMALLEST_ID);
    Place place = PagePlace.of(request, request.getPageToken(), first, Place::parse);
    return imports
        .list(place.time(), place.id(), most + 1)
        .map(found -> page(request, found, most));
  }

  private static ListOperationsResponse page(
      ListOperationsRequest request, List<ImportStatus> found, int most) {
    ListOperationsResponse.Builder response = ListOperationsResponse.newBuilder();
    found.stream().limit(most).map(OperationMessages::of).forEach(response::addOperations);
    if (found.size() > most) {
      ImportStatus last = found.get(most - 1);
      response.setNextPageToken(PageToken.encode(request, last.createTime() + " " + last.id()));
    }
    return response.build();
  }

  private static UUID id(String name) {
    return IngestResource.IMPORT.parse("name", name);
  }

  /** Where a page begins: behind an import. */
  private record Place(Instant time, UUID id) {
    static Place parse(String text) {
      String[] parts = text.split(" ", -1);
      return new Place(PageTime.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
    }
  }
}
