package dev.clade.ingest.grpc;

import dev.clade.ingest.catalogue.ArtifactMessages;
import dev.clade.ingest.feed.ChangeBatch;
import dev.clade.ingest.feed.ChangeFilter;
import dev.clade.ingest.store.StoredArtifact;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.StreamChangesResponse;

/** Maps the feed's changes and what readers want of them. */
final class ChangeMessages {
  private ChangeMessages() {}

  static ChangeFilter filter(dev.clade.ingest.v1.ChangeFilter filter) {
    return new ChangeFilter(
        Kinds.each("filter.kinds", filter.getKindsList()),
        filter.getAuthorsList(),
        filter.getTasksList());
  }

  static StreamChangesResponse of(ChangeBatch batch) {
    StreamChangesResponse.Builder response =
        StreamChangesResponse.newBuilder()
            .setHeadSequence(batch.head())
            .setThroughSequence(batch.through())
            .setTraceparent(batch.traceparent());
    for (StoredArtifact changed : batch.changes()) {
      response.addChanges(
          Change.newBuilder()
              .setSequence(changed.sequence())
              .setArtifact(ArtifactMessages.of(changed)));
    }
    return response.build();
  }
}
