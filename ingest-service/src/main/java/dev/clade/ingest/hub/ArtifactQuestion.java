package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.RefusedRecordException;
import dev.clade.ingest.format.JsonRecordParser;
import dev.clade.ingest.store.ArtifactRow;
import dev.clade.ingest.store.ArtifactRowEncoder;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks a hub about one artifact: what it is, where it is now, or that it is not. */
final class ArtifactQuestion {
  private final HubClient client;
  private final ArtifactRowEncoder encoder;

  ArtifactQuestion(HubClient client, ArtifactRowEncoder encoder) {
    this.client = client;
    this.encoder = encoder;
  }

  /**
   * Asks, and adds what the hub says of an artifact that it has: its record, and a renaming when it
   * has it under another name.
   *
   * @return whether the hub has it, under whatever name; otherwise the answer says why not
   */
  Answer ask(CrawlItem item, StepResult result) throws IOException, InterruptedException {
    HubResponse response =
        client.get(
            client.address(ListingStep.path(item.kind(), item.id())),
            "",
            answer -> {
              if (answer.isOk()) {
                JsonPieces.checkObject(answer.body());
              }
            });
    if (response.isOk()) {
      add(item, response.body(), result);
      return Answer.PRESENT;
    }
    if (response.isRedirect()) {
      Optional<String> target = target(item.kind(), response);
      target.ifPresent(name -> result.add(Renaming.of(item.name(), name)));
      return target.isPresent() ? Answer.PRESENT : Answer.MISSING;
    }
    return response.isForbidden() && !response.isMissing() ? Answer.FORBIDDEN : Answer.MISSING;
  }

  private void add(CrawlItem item, byte[] body, StepResult result) {
    try {
      Artifact artifact = new JsonRecordParser(item.kind()).parse(body);
      ArtifactRow row = encoder.encode(artifact);
      result.add(transaction -> write(transaction, row, artifact));
      if (!artifact.name().equals(item.name())) {
        result.add(Renaming.of(item.name(), artifact.name()));
      }
    } catch (RefusedRecordException e) {
      result.add(item.kind(), body, e);
    }
  }

  /**
   * Stores a record, unless its artifact is listed under another name: the Hub still answers for
   * some old names, such as gpt2, as if they were the present ones.
   */
  private static BatchOutcome write(
      BatchTransaction transaction, ArtifactRow row, Artifact artifact) throws SQLException {
    Optional<String> present = Renaming.nameOf(transaction, artifact);
    return present.isPresent()
        ? Renaming.of(artifact.name(), present.get()).write(transaction)
        : transaction.write(List.of(row));
  }

  /** Returns the resource name that a redirect leads to. */
  private static Optional<String> target(ArtifactKind kind, HubResponse response) {
    String start = "/api/" + kind.plural() + "/";
    return response
        .location()
        .map(URI::getPath)
        .filter(path -> path != null && path.startsWith(start) && path.length() > start.length())
        .map(path -> kind.collection() + path.substring(start.length()));
  }

  /** What a hub says of an artifact. */
  enum Answer {
    /** It has it, under this name or another. */
    PRESENT,
    /** It has none. */
    MISSING,
    /** One may not look. */
    FORBIDDEN
  }
}
