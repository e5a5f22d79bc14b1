package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.JsonRecordParser;
import dev.clade.ingest.store.ArtifactRow;
import dev.clade.ingest.store.ArtifactRowEncoder;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Lists a kind, page for page behind the hub's own cursor. A full listing goes by the time of
 * creation, which never changes, so nothing moves while it is read; a listing of changes goes by
 * the time of modification, the latest first, and ends where everything is known.
 */
final class ListingStep implements CrawlStep {
  private static final int MOST_RESTARTS = 3;
  private static final Map<ArtifactKind, List<String>> FIELDS =
      Map.of(
          ArtifactKind.MODEL,
          List.of(
              "author",
              "cardData",
              "createdAt",
              "disabled",
              "downloads",
              "gated",
              "lastModified",
              "library_name",
              "likes",
              "pipeline_tag",
              "private",
              "safetensors",
              "sha",
              "siblings",
              "tags"),
          ArtifactKind.DATASET,
          List.of(
              "author",
              "cardData",
              "createdAt",
              "disabled",
              "downloads",
              "gated",
              "lastModified",
              "likes",
              "private",
              "sha",
              "siblings",
              "tags"),
          ArtifactKind.SPACE,
          List.of(
              "author",
              "cardData",
              "createdAt",
              "datasets",
              "disabled",
              "lastModified",
              "likes",
              "models",
              "private",
              "sdk",
              "sha",
              "siblings",
              "tags"));

  private final ArtifactKind kind;
  private final CrawlScope scope;
  private final HubClient client;
  private final HubConfig config;
  private final ArtifactRowEncoder encoder;
  private final JsonRecordParser parser;
  private final Listed listed;
  private int restarts;

  /**
   * Makes the step.
   *
   * @param scope FULL for a full listing, CHANGES for what was modified since
   * @param listed what is written with each page and says where changes end
   */
  ListingStep(
      ArtifactKind kind,
      CrawlScope scope,
      HubClient client,
      HubConfig config,
      ArtifactRowEncoder encoder,
      Listed listed) {
    this.kind = kind;
    this.scope = scope;
    this.client = client;
    this.config = config;
    this.encoder = encoder;
    this.parser = new JsonRecordParser(kind);
    this.listed = listed;
  }

  /** Returns the path and query that list a kind, but for the sort. */
  static String path(ArtifactKind kind, int pageSize) {
    return FIELDS.get(kind).stream()
        .map(field -> "&expand%5B%5D=" + field)
        .collect(
            Collectors.joining(
                "", "/api/%s?limit=%d&direction=-1".formatted(kind.plural(), pageSize), ""));
  }

  /** Returns the path and query of one artifact, with the same fields. */
  static String path(ArtifactKind kind, String id) {
    return FIELDS.get(kind).stream()
        .map(field -> "expand%5B%5D=" + field)
        .collect(Collectors.joining("&", "/api/%s/%s?".formatted(kind.plural(), id), ""));
  }

  @Override
  public String name() {
    return (scope == CrawlScope.FULL ? "list-" : "changes-") + kind.plural();
  }

  @Override
  public String phase() {
    return (scope == CrawlScope.FULL ? "listing " : "following changes of ") + kind.plural();
  }

  @Override
  public StepResult next(CrawlCheckpoint from) throws IOException, InterruptedException {
    URI uri = from.cursor().isEmpty() ? firstPage() : URI.create(from.cursor());
    List<byte[]> pieces = new ArrayList<>();
    HubResponse page =
        client.get(
            uri,
            "",
            response -> {
              if (response.isOk()) {
                pieces.clear();
                pieces.addAll(JsonPieces.of(response.body()));
              }
            });
    if (!page.isOk() && !from.cursor().isEmpty() && restarts < MOST_RESTARTS) {
      // The hub takes its own cursor no more: from the beginning, by pages that are cut elsewhere.
      restarts++;
      return again(from);
    }
    if (!page.isOk()) {
      throw new HubAnswerException(
          "listing %s was answered with status %d".formatted(kind.plural(), page.status()));
    }
    Optional<URI> next = page.next();
    if (next.isPresent() && next.get().equals(uri)) {
      throw new HubAnswerException(
          "a page of %s names itself as the next".formatted(kind.plural()));
    }
    return result(from, next, pieces);
  }

  private StepResult result(CrawlCheckpoint from, Optional<URI> next, List<byte[]> pieces) {
    StepResult result = new StepResult(from);
    List<Artifact> artifacts = new ArrayList<>();
    for (byte[] piece : pieces) {
      try {
        Artifact artifact = parser.parse(piece);
        ArtifactRow row = encoder.encode(artifact);
        artifacts.add(artifact);
        result.add(row);
      } catch (RefusedRecordException e) {
        result.add(kind, piece, e);
      }
    }
    listed.parts(artifacts, from.place()).forEach(result::add);
    boolean allKnown = scope == CrawlScope.CHANGES && listed.reachesKnown(artifacts);
    if (next.isEmpty() || allKnown) {
      result.end();
    } else {
      result.goOn(next.get().toString());
    }
    return result;
  }

  private static StepResult again(CrawlCheckpoint from) {
    StepResult result = new StepResult(from);
    result.goOn("");
    return result;
  }

  private URI firstPage() {
    String sort = scope == CrawlScope.FULL ? "createdAt" : "lastModified";
    return client.address(path(kind, Math.max(1, config.pageSize() - restarts)) + "&sort=" + sort);
  }
}
