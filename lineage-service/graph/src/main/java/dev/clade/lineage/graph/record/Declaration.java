package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;

/**
 * A relation as an artifact's record states it.
 *
 * @param type how the artifact stems from the upstream one
 * @param origin where the relation is known from
 * @param upstream name as declared: it may be spelt differently, be an old name or name nothing
 */
public record Declaration(RelationType type, RelationOrigin origin, ArtifactName upstream) {}
