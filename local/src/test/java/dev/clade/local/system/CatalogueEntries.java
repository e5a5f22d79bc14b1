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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a hub and a catalogue say of each artifact, in the same words. */
final class CatalogueEntries {
  private CatalogueEntries() {}

  /** Returns what a hub lists, by resource name. */
  static Map<String, String> of(SimulatedHub hub) {
    Map<String, String> entries = new HashMap<>();
    for (RepositoryKind kind : RepositoryKind.values()) {
      for (Repository repository : hub.listed(kind)) {
        entries.put(repository.toString(), entry(repository));
      }
    }
    return entries;
  }

  /** Returns what a catalogue says is there, by resource name. */
  static Map<String, String> of(CatalogueServiceBlockingStub catalogue) {
    Map<String, String> entries = new HashMap<>();
    ListArtifactsRequest.Builder request =
        ListArtifactsRequest.newBuilder()
            .setPageSize(1_000)
            .setView(ArtifactView.ARTIFACT_VIEW_FULL);
    ListArtifactsResponse page;
    do {
      page = catalogue.listArtifacts(request.build());
      for (Artifact artifact : page.getArtifactsList()) {
        if (!isGone(artifact)) {
          entries.put(artifact.getName(), entry(artifact));
        }
      }
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    return entries;
  }

  /** Returns the names of which two say different things, each with both words. */
  static Map<String, String> differences(Map<String, String> expected, Map<String, String> found) {
    Map<String, String> differences = new TreeMap<>();
    expected.forEach(
        (name, words) -> {
          if (!words.equals(found.get(name))) {
            differences.put(name, words + " but found " + found.get(name));
          }
        });
    found.forEach(
        (name, words) -> {
          if (!expected.containsKey(name)) {
            differences.put(name, "nothing but found " + words);
          }
        });
    return differences;
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
