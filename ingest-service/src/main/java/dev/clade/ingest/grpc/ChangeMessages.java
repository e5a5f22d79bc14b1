package dev.clade.ingest.grpc;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.catalogue.ArtifactMessages;
import dev.clade.ingest.feed.ChangeBatch;
import dev.clade.ingest.feed.ChangeFilter;
import dev.clade.ingest.store.StoredArtifact;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;

/** Maps the feed's changes and what readers want of them. */
final class ChangeMessages {
  private ChangeMessages() {}

  static ChangeFilter filter(dev.clade.ingest.v1.ChangeFilter filter) {
    return new ChangeFilter(
        filter.getKindsList().stream().map(ChangeMessages::kind).toList(),
        filter.getAuthorsList(),
        filter.getTasksList());
  }

  static StreamChangesResponse of(ChangeBatch batch) {
    StreamChangesResponse.Builder response =
        StreamChangesResponse.newBuilder()
            .setHeadSequence(batch.head())
            .setThroughSequence(batch.through());
    for (StoredArtifact changed : batch.changes()) {
      response.addChanges(
          Change.newBuilder()
              .setSequence(changed.sequence())
              .setArtifact(ArtifactMessages.of(changed)));
    }
    return response.build();
  }

  private static ArtifactKind kind(dev.clade.hub.v1.ArtifactKind kind) {
    return Kinds.of("filter.kinds", kind)
        .orElseThrow(
            () ->
                CladeException.invalidField(
                    Reason.FIELD_UNKNOWN_VALUE,
                    "filter.kinds",
                    kind,
                    "must each be a model, dataset or space"));
  }
}
