package dev.clade.ingest.artifact;

/** What one record of a source tells, after validation: an artifact, or what happened in one. */
public sealed interface HubRecord permits Artifact, Activity {}
