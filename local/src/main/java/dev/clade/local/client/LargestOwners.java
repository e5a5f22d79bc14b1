package dev.clade.local.client;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.ArtifactView;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import dev.clade.local.mesh.Service;
import dev.clade.valuation.v1.ContributorSet;
import dev.clade.valuation.v1.DataContributor;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The owners of most artifacts of the catalogue, as contributors; all names are read for it. */
public final class LargestOwners {
  private static final int LARGEST_PAGE = 1_000;

  private final MeshClient client;

  /** Creates a reader that calls through a client. */
  public LargestOwners(MeshClient client) {
    this.client = client;
  }

  /**
   * Returns owners, each with everything that is theirs; of equally large ones the first by name.
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException when there are none
   */
  public ContributorSet contributors(int count) {
    Map<String, Integer> sizes = new TreeMap<>();
    ListArtifactsRequest.Builder next =
        ListArtifactsRequest.newBuilder()
            .setPageSize(LARGEST_PAGE)
            .setView(ArtifactView.ARTIFACT_VIEW_BASIC);
    do {
      ListArtifactsRequest request = next.build();
      ListArtifactsResponse page =
          client.call(Service.INGEST, () -> client.catalogue().listArtifacts(request));
      page.getArtifactsList().forEach(artifact -> sizes.merge(owner(artifact), 1, Integer::sum));
      next.setPageToken(page.getNextPageToken());
    } while (!next.getPageToken().isEmpty());
    List<DataContributor> largest =
        sizes.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(count)
            .map(owner -> contributor(owner.getKey(), owner.getValue()))
            .toList();
    if (largest.isEmpty()) {
      throw new IllegalArgumentException("the catalogue is empty: there are no owners");
    }
    return ContributorSet.newBuilder().addAllContributors(largest).build();
  }

  private static DataContributor contributor(String owner, int size) {
    return DataContributor.newBuilder()
        .setId(owner)
        .setItemCount(size)
        .addSources("owners/" + owner)
        .build();
  }

  /** The second part of a name such as {@code models/google/bert}, regardless of case. */
  private static String owner(Artifact artifact) {
    return artifact.getName().split("/", -1)[1].toLowerCase(Locale.ROOT);
  }
}
