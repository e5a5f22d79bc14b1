package dev.clade.runtime.grpc;

import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.LineageService;
import io.grpc.Context;
import io.grpc.Deadline;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that never answers, and notes what it sees of its calls. */
@GrpcService
final class WaitingLineage implements LineageService {
  @Inject Observations observations;

  @Override
  public Uni<GetPositionResponse> getPosition(GetPositionRequest request) {
    Deadline deadline = Context.current().getDeadline();
    observations.events.add(deadline == null ? "no deadline" : "deadline");
    return Uni.createFrom()
        .<GetPositionResponse>nothing()
        .onCancellation()
        .invoke(() -> observations.events.add("cancelled"));
  }

  @Override
  public Uni<GetLineageResponse> getLineage(GetLineageRequest request) {
    return Uni.createFrom().item(GetLineageResponse.getDefaultInstance());
  }

  @Override
  public Uni<GetFamilyResponse> getFamily(GetFamilyRequest request) {
    return Uni.createFrom().item(GetFamilyResponse.getDefaultInstance());
  }

  /** What happened, in order. */
  @Singleton
  static final class Observations {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  }
}
