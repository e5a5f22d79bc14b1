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
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random records over a few names, so that cycles, self-loops, parallel edges, uncatalogued names
 * and spellings that differ in case are common.
 */
public final class RandomRecords {
  private static final List<String> OWNERS =
      List.of("a", "b", "B", "google-bert", "Google-Bert", "julien-c");
  private static final List<String> IDS = List.of("m", "M", "n", "o", "p", "q", "s");
  private static final List<String> LEGACY = List.of("m", "N", "r", "p", "P");

  private RandomRecords() {}

  /** Returns up to forty records of distinct artifacts. */
  public static Arbitrary<List<ArtifactRecord>> any() {
    return Combinators.combine(name(), declarations(), attributes())
        .as(ArtifactRecord::new)
        .list()
        .ofMaxSize(40)
        .uniqueElements(ArtifactRecord::name);
  }

  /**
   * Returns up to sixty changes, so that most artifacts change several times: some get another name
   * and some say that they had one, several of them perhaps the same.
   */
  public static Arbitrary<List<ArtifactRecord>> changes() {
    Arbitrary<List<ArtifactName>> aliases =
        Arbitraries.frequencyOf(
            Tuple.of(9, Arbitraries.just(List.of())), Tuple.of(1, name().list().ofMaxSize(2)));
    Arbitrary<Boolean> renamed = Arbitraries.frequency(Tuple.of(19, false), Tuple.of(1, true));
    return Combinators.combine(name(), declarations(), attributes(), aliases, renamed)
        .as(ArtifactRecord::new)
        .list()
        .ofMaxSize(60);
  }

  /** Returns every name that records may have. */
  public static List<ArtifactName> names() {
    return Stream.concat(
            OWNERS.stream().flatMap(owner -> IDS.stream().map(id -> owner + '/' + id)),
            LEGACY.stream())
        .map(ArtifactName::model)
        .toList();
  }

  private static Arbitrary<List<Declaration>> declarations() {
    return Combinators.combine(
            Arbitraries.of(RelationType.values()), Arbitraries.of(RelationOrigin.values()), name())
        .as(Declaration::new)
        .list()
        .ofMaxSize(4);
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
    return Arbitraries.of(names());
  }
}
