package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Provenance;

/** Downloads and likes as a source counted them at one time. */
public record StoredCounts(Provenance provenance, long downloads, long likes) {}
