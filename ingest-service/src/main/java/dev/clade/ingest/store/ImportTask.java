package dev.clade.ingest.store;

import dev.clade.ingest.format.Checkpoint;
import dev.clade.ingest.format.FileFormat;
import java.util.UUID;

/**
 * An import that is not over.
 *
 * @param checkpoint where its committed part ends
 */
public record ImportTask(UUID id, UUID uploadId, FileFormat format, Checkpoint checkpoint) {}
