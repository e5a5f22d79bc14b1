package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Provenance;
import java.time.Instant;
import java.util.UUID;

/**
 * An artifact as the catalogue holds it.
 *
 * @param artifact what was declared; without tags, languages, files and card data where these were
 *     not asked for
 * @param sequence place of its latest change in the feed
 * @param updateTime when it was last changed
 * @param provenance where its record comes from
 * @param importId import that brought the latest change
 */
public record StoredArtifact(
    Artifact artifact, long sequence, Instant updateTime, Provenance provenance, UUID importId) {}
