package dev.clade.ingest.imports;

/**
 * A lane that an instance imports in.
 *
 * @param lane its stored name
 * @param sources opens what its imports read
 * @param hooks what it does beside importing
 */
public record LaneDefinition(String lane, BatchSources sources, LaneHooks hooks) {}
