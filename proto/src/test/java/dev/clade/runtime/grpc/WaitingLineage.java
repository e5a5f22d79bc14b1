package dev.clade.runtime.grpc;

import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.lineage.v1.MutinyLineageServiceGrpc.LineageServiceImplBase;
import io.grpc.Context;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that never answers, and notes what it sees of its calls. */
@GrpcService
class WaitingLineage extends LineageServiceImplBase {
  @Inject Observations observations;

  @Override
  public Uni<GetPositionResponse> getPosition(GetPositionRequest request) {
    Context call = Context.current();
    observations.events.add(call.getDeadline() == null ? "no deadline" : "deadline");
    call.addListener(_ -> observations.events.add("cancelled"), Runnable::run);
    return Uni.createFrom().nothing();
  }

  @Override
  public Uni<GetLineageResponse> getLineage(GetLineageRequest request) {
    return Uni.createFrom().item(GetLineageResponse.getDefaultInstance());
  }

  /** What happened, in order. */
  @Singleton
  static final class Observations {
    final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  }
}
