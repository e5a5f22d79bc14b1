package dev.clade.ingest.store;

/** An artifact's counts at one time, with its name. */
public record ArtifactCounts(String name, StoredCounts counts) {}
