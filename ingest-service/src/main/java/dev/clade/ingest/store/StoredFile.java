package dev.clade.ingest.store;

/** A file of an artifact. */
public record StoredFile(String path, long sizeBytes) {}
