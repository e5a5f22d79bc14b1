package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;

/**
 * An edge of a snapshot.
 *
 * @param upstream node that the other was made from
 * @param downstream node that was made
 * @param type how the one stems from the other
 * @param origin where the relation is known from
 */
public record Edge(int upstream, int downstream, RelationType type, RelationOrigin origin) {}
