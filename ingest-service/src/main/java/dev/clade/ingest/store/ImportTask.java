package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Provenance;
import dev.clade.ingest.format.FileFormat;
import java.util.UUID;

/**
 * An import that is not over.
 *
 * @param uploadId the file to read; null for a hub
 * @param format format of the file; null for a hub
 * @param kind what the file's records describe; null for a hub
 * @param provenance the source, and when it looked as it is read
 * @param checkpoint where its committed part ends; empty at the beginning
 * @param scope what of a hub is to be read; null when the reader is to choose
 * @param requests requests made to a hub so far
 * @param requestId of the call that asked for it
 * @param traceparent W3C trace context of that call; may be empty
 */
public record ImportTask(
    UUID id,
    UUID uploadId,
    FileFormat format,
    ArtifactKind kind,
    Provenance provenance,
    String checkpoint,
    String scope,
    long requests,
    UUID requestId,
    String traceparent) {}
