package dev.clade.lineage.graph.testing;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import java.time.Instant;
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
    return Combinators.combine(name(), declaration.list().ofMaxSize(4), attributes())
        .as(ArtifactRecord::new)
        .list()
        .ofMaxSize(40)
        .uniqueElements(ArtifactRecord::name);
  }

  /** Returns attributes of few different values, the unknown ones among them. */
  public static Arbitrary<Attributes> attributes() {
    Arbitrary<Profile> profile =
        Combinators.combine(
                Arbitraries.of("", "text-generation", "fill-mask"),
                Arbitraries.of("", "transformers", "peft"),
                Arbitraries.of("mit", "apache-2.0", "llama3").list().ofMaxSize(2),
                Arbitraries.of("en", "de").list().ofMaxSize(2),
                Arbitraries.of(Availability.values()))
            .as(Profile::new);
    Arbitrary<Instant> time =
        Arbitraries.longs().between(1_646_263_744, 1_646_263_754).map(Instant::ofEpochSecond);
    return Combinators.combine(profile, time.optional()).as(Attributes::new);
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
