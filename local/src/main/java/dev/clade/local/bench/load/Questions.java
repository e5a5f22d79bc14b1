package dev.clade.local.bench.load;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.GetArtifactResponse;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.LineageServiceGrpc;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.util.function.IntFunction;

/** The questions that are asked in numbers. */
public final class Questions {
  private Questions() {}

  /**
   * Asks for a server's health: a handler that does next to nothing, behind the interceptors that
   * all methods have but for the check of who calls. Its answers are all alike.
   */
  public static CountedQuestion<HealthCheckRequest, HealthCheckResponse> empty() {
    return new CountedQuestion<>(
        HealthGrpc.getCheckMethod(),
        _ -> HealthCheckRequest.getDefaultInstance(),
        (_, answer) -> answer.getStatus() == ServingStatus.SERVING);
  }

  /**
   * Asks the catalogue for artifacts.
   *
   * @param names resource name for each number
   */
  public static CountedQuestion<GetArtifactRequest, GetArtifactResponse> artifact(
      IntFunction<String> names) {
    return new CountedQuestion<>(
        CatalogueServiceGrpc.getGetArtifactMethod(),
        number -> GetArtifactRequest.newBuilder().setName(names.apply(number)).build(),
        (number, answer) -> answer.getArtifact().getName().equals(names.apply(number)));
  }

  /**
   * Asks the graph what artifacts were made from; an answer begins with the artifact itself.
   *
   * @param names resource name for each number
   */
  public static CountedQuestion<GetLineageRequest, GetLineageResponse> lineage(
      IntFunction<String> names) {
    return new CountedQuestion<>(
        LineageServiceGrpc.getGetLineageMethod(),
        number ->
            GetLineageRequest.newBuilder()
                .addNames(names.apply(number))
                .setDirection(Direction.DIRECTION_UPSTREAM)
                .build(),
        (number, answer) ->
            answer.getNodesCount() > 0 && answer.getNodes(0).getName().equals(names.apply(number)));
  }
}
