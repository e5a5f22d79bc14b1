package dev.clade.runtime.access;

import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.lineage.v1.ListLicensesResponse;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.MutinyComplianceServiceGrpc.ComplianceServiceImplBase;
import io.quarkus.grpc.GrpcService;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that notes whom its handlers see, on the event loop and on a worker's thread. */
@GrpcService
class CallerEcho extends ComplianceServiceImplBase {
  @Inject Seen seen;

  @Override
  public Uni<ListLicensesResponse> listLicenses(ListLicensesRequest request) {
    return Uni.createFrom()
        .item(
            () -> {
              seen.callers.add(CurrentCaller.get());
              return ListLicensesResponse.getDefaultInstance();
            });
  }

  @Override
  @Blocking
  public Uni<ListObligationsResponse> listObligations(ListObligationsRequest request) {
    if (io.vertx.core.Context.isOnEventLoopThread()) {
      return Uni.createFrom().failure(new IllegalStateException("on the event loop"));
    }
    seen.callers.add(CurrentCaller.get());
    return Uni.createFrom().item(ListObligationsResponse.getDefaultInstance());
  }

  /** The callers of calls, in order. */
  @Singleton
  static final class Seen {
    final List<Caller> callers = new CopyOnWriteArrayList<>();
  }
}
