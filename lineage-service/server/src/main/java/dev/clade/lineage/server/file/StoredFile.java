package dev.clade.lineage.server.file;

import java.util.UUID;

/**
 * A file that is whole.
 *
 * @param id what its parts are filed under
 * @param chunkCount how many there are
 * @param sizeBytes how many bytes they have together
 * @param digest SHA-256 of these in hexadecimal digits
 */
public record StoredFile(UUID id, int chunkCount, long sizeBytes, String digest) {}
