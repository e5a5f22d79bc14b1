package dev.clade.ingest.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that waits to be imported.
 *
 * @param fileName its name at the client's, without folders
 * @param sha256 SHA-256 of its bytes, in hexadecimal
 */
public record Upload(UUID id, String fileName, long sizeBytes, String sha256, Instant createTime) {}
