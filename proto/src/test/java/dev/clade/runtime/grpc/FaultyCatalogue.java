package dev.clade.runtime.grpc;

import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import dev.clade.ingest.v1.MutinyCatalogueServiceGrpc.CatalogueServiceImplBase;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import io.quarkus.grpc.GrpcService;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;

/**
 * A server that fails as a test asks: emitted, thrown, and in the middle of a stream. Its stream
 * after any change but the first is silent and never ends.
 */
@GrpcService
class FaultyCatalogue extends CatalogueServiceImplBase {
  @Inject Fault fault;
  @Inject WaitingLineage.Observations observations;

  @Override
  public Uni<GetArtifactResponse> getArtifact(GetArtifactRequest request) {
    return Uni.createFrom().failure(fault.get());
  }

  @Override
  public Uni<ListArtifactsResponse> listArtifacts(ListArtifactsRequest request) {
    throw fault.get();
  }

  @Override
  public Uni<GetCatalogueStatsResponse> getCatalogueStats(GetCatalogueStatsRequest request) {
    return Uni.createFrom().item(GetCatalogueStatsResponse.getDefaultInstance());
  }

  @Override
  public Multi<StreamChangesResponse> streamChanges(StreamChangesRequest request) {
    if (request.getAfterSequence() > 0) {
      observations.events.add("streaming");
      return Multi.createFrom()
          .<StreamChangesResponse>nothing()
          .onCancellation()
          .invoke(() -> observations.events.add("cancelled"));
    }
    return Multi.createBy()
        .concatenating()
        .streams(
            Multi.createFrom().item(StreamChangesResponse.getDefaultInstance()),
            Multi.createFrom().failure(fault.get()));
  }
}
