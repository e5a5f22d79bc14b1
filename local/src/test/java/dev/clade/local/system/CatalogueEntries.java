package dev.clade.local.system;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Availability;
import dev.clade.ingest.v1.ArtifactView;
import dev.clade.ingest.v1.CatalogueServiceGrpc.CatalogueServiceBlockingStub;
import dev.clade.ingest.v1.ListArtifactsRequest;
import dev.clade.ingest.v1.ListArtifactsResponse;
import dev.clade.local.hub.Gate;
import dev.clade.local.hub.Repository;
import dev.clade.local.hub.RepositoryKind;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.local.hub.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a hub and a catalogue say of each artifact, in the same words. */
final class CatalogueEntries {
  private CatalogueEntries() {}

  /**
   * Returns where a catalogue differs from a hub: names with what both say, and how many are
   * missing. Page for page, for of a large hub a test cannot hold both sides in memory.
   */
  static List<String> differences(SimulatedHub hub, CatalogueServiceBlockingStub catalogue) {
    List<String> differences = new ArrayList<>();
    long present = 0;
    ListArtifactsRequest.Builder request =
        ListArtifactsRequest.newBuilder()
            .setPageSize(1_000)
            .setView(ArtifactView.ARTIFACT_VIEW_FULL);
    ListArtifactsResponse page;
    do {
      page = catalogue.listArtifacts(request.build());
      for (Artifact artifact : page.getArtifactsList()) {
        if (!isGone(artifact)) {
          present++;
          compare(hub, artifact, differences);
        }
      }
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    long listed = 0;
    for (RepositoryKind kind : RepositoryKind.values()) {
      listed += hub.listed(kind).size();
    }
    if (present != listed) {
      differences.add("the hub lists %d, the catalogue %d".formatted(listed, present));
    }
    return differences;
  }

  private static void compare(SimulatedHub hub, Artifact artifact, List<String> differences) {
    String name = artifact.getName();
    int slash = name.indexOf('/');
    Optional<Repository> repository =
        Arrays.stream(RepositoryKind.values())
            .filter(kind -> kind.plural().equals(name.substring(0, slash)))
            .findFirst()
            .flatMap(kind -> hub.find(kind, name.substring(slash + 1)))
            .filter(found -> found.visibility() != Visibility.PRIVATE);
    String expected = repository.map(CatalogueEntries::entry).orElse("nothing");
    if (!expected.equals(entry(artifact))) {
      differences.add("%s: %s but found %s".formatted(name, expected, entry(artifact)));
    }
  }

  static boolean isGone(Artifact artifact) {
    return artifact.getAvailability() == Availability.AVAILABILITY_DELETED
        || artifact.getAvailability() == Availability.AVAILABILITY_RENAMED;
  }

  private static String entry(Artifact artifact) {
    boolean model = artifact.getKind() == ArtifactKind.ARTIFACT_KIND_MODEL;
    return words(
        artifact.getHubId(),
        text(artifact.getCreateTime()),
        text(artifact.getModifyTime()),
        artifact.getRevision(),
        artifact.getDownloadCount(),
        artifact.getLikeCount(),
        model ? artifact.getTask() : "",
        model ? artifact.getLibrary() : "",
        artifact.getTagsList(),
        artifact.getFilesList(),
        artifact.getAvailability());
  }

  private static String entry(Repository repository) {
    boolean model = repository.kind() == RepositoryKind.MODEL;
    JsonObject json = repository.json();
    return words(
        repository.objectId(),
        repository.createdAt(),
        repository.lastModified(),
        repository.sha(),
        repository.kind() == RepositoryKind.SPACE ? 0 : repository.downloads(),
        repository.likes(),
        model ? text(json.get("pipeline_tag")) : "",
        model ? text(json.get("library_name")) : "",
        repository.tags(),
        files(json),
        availability(repository));
  }

  private static Availability availability(Repository repository) {
    if (repository.visibility() != Visibility.PUBLIC) {
      return Availability.AVAILABILITY_WITHHELD;
    }
    return repository.gate() == Gate.NONE || repository.kind() == RepositoryKind.SPACE
        ? Availability.AVAILABILITY_PUBLIC
        : Availability.AVAILABILITY_GATED;
  }

  private static List<String> files(JsonObject json) {
    List<String> files = new ArrayList<>();
    if (json.has("siblings")) {
      for (JsonElement file : json.getAsJsonArray("siblings")) {
        files.add(file.getAsJsonObject().get("rfilename").getAsString());
      }
    }
    return files;
  }

  private static String text(JsonElement element) {
    return element == null || element.isJsonNull() ? "" : element.getAsString();
  }

  private static Instant text(Timestamp time) {
    return Instant.ofEpochMilli(Timestamps.toMillis(time));
  }

  private static String words(Object... words) {
    List<String> texts = new ArrayList<>();
    for (Object word : words) {
      texts.add(String.valueOf(word));
    }
    return String.join(" ", texts);
  }
}
