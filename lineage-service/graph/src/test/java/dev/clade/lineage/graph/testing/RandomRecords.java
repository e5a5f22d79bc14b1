package dev.clade.lineage.graph.testing;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random records over a few names, so that cycles, self-loops, parallel edges, uncatalogued names
 * and spellings that differ in case are common.
 */
public final class RandomRecords {
  private RandomRecords() {}

  /** Returns up to forty records of distinct artifacts. */
  public static Arbitrary<List<ArtifactRecord>> any() {
    Arbitrary<Declaration> declaration =
        Combinators.combine(
                Arbitraries.of(RelationType.values()),
                Arbitraries.of(RelationOrigin.values()),
                name())
            .as(Declaration::new);
    return Combinators.combine(name(), declaration.list().ofMaxSize(4))
        .as(ArtifactRecord::new)
        .list()
        .ofMaxSize(40)
        .uniqueElements(ArtifactRecord::name);
  }

  private static Arbitrary<ArtifactName> name() {
    Arbitrary<ArtifactName> owned =
        Combinators.combine(
                Arbitraries.of("a", "b", "B", "google-bert", "Google-Bert"),
                Arbitraries.of("m", "M", "n", "o", "p", "q"))
            .as((owner, id) -> ArtifactName.model(owner + '/' + id));
    return Arbitraries.oneOf(owned, Arbitraries.of("m", "N", "r").map(ArtifactName::model));
  }
}
