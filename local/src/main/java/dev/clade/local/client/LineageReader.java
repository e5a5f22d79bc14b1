package dev.clade.local.client;

import dev.clade.lineage.v1.CountImpactRequest;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.lineage.v1.GetLineageResponse;
import dev.clade.lineage.v1.GetPositionRequest;
import dev.clade.lineage.v1.GetPositionResponse;
import dev.clade.local.mesh.Service;
import java.time.Duration;
import java.time.Instant;

/** Reads whole answers from the graph, page after page. */
public final class LineageReader {
  private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final MeshClient client;

  /** Creates a reader that calls through a client. */
  public LineageReader(MeshClient client) {
    this.client = client;
  }

  /** Returns all pages of a lineage as one answer. */
  public GetLineageResponse lineage(GetLineageRequest request) {
    GetLineageRequest.Builder next = request.toBuilder().setPageSize(Pages.LARGEST);
    return Pages.all(
        token ->
            client.call(
                Service.LINEAGE,
                () -> client.lineage().getLineage(next.setPageToken(token).build())));
  }

  /** Returns all pages of a model's family as one answer. */
  public GetFamilyResponse family(GetFamilyRequest request) {
    GetFamilyRequest.Builder next = request.toBuilder().setPageSize(Pages.LARGEST);
    return Pages.all(
        token ->
            client.call(
                Service.LINEAGE,
                () -> client.lineage().getFamily(next.setPageToken(token).build())));
  }

  /** Returns what is downstream of artifacts, counted. */
  public CountImpactResponse impact(CountImpactRequest request) {
    return client.call(Service.LINEAGE, () -> client.lineage().countImpact(request));
  }

  /** Returns how far the graph has followed the catalogue. */
  public GetPositionResponse position() {
    return client.call(
        Service.LINEAGE,
        () -> client.lineage().getPosition(GetPositionRequest.getDefaultInstance()));
  }

  /**
   * Waits until the graph has a change of the catalogue's feed.
   *
   * @throws CallFailure when the service fails meanwhile
   * @throws InterruptedException when the caller is interrupted
   * @throws IllegalStateException when it takes longer than two minutes
   */
  public void await(long sequence) throws InterruptedException {
    Instant end = Instant.now().plus(LONGEST_CATCH_UP);
    while (position().getAppliedSequence() < sequence) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("the graph does not catch up with the catalogue");
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }
}
