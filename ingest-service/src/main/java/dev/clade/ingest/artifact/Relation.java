package dev.clade.ingest.artifact;

/**
 * What an artifact declares that it was made from.
 *
 * @param type how it stems from the upstream artifact
 * @param upstream resource name of the upstream artifact as declared; it may be an old name or name
 *     nothing
 */
public record Relation(RelationType type, String upstream) {}
