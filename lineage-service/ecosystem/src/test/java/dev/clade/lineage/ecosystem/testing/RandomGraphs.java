package dev.clade.lineage.ecosystem.testing;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random records of few artifacts, so that they meet often. */
public final class RandomGraphs {
  private RandomGraphs() {}

  /** Returns records with relations of all types and origins, so circles too. */
  public static Arbitrary<List<ArtifactRecord>> any() {
    Arbitrary<ArtifactName> name =
        Arbitraries.of(
                "models/a",
                "models/b",
                "models/c",
                "models/d",
                "models/e",
                "models/f",
                "models/g",
                "models/h",
                "datasets/a",
                "datasets/s",
                "papers/1",
                "spaces/x")
            .map(each -> ArtifactName.parse(each).orElseThrow());
    Arbitrary<Declaration> declaration =
        Combinators.combine(
                Arbitraries.of(RelationType.values()),
                Arbitraries.of(RelationOrigin.values()),
                name)
            .as(Declaration::new);
    return Combinators.combine(name, declaration.list().ofMaxSize(4))
        .as(ArtifactRecord::new)
        .list()
        .ofMaxSize(10)
        .uniqueElements(ArtifactRecord::name);
  }

  /** Returns records of up to ten models, each with bases of smaller number only: no circles. */
  public static Arbitrary<List<ArtifactRecord>> withoutCircles() {
    return Arbitraries.integers()
        .between(0, (1 << 9) - 1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(10)
        .map(RandomGraphs::models);
  }

  private static List<ArtifactRecord> models(List<Integer> baseSets) {
    List<ArtifactRecord> models = new ArrayList<>();
    for (int model = 0; model < baseSets.size(); model++) {
      List<String> bases = new ArrayList<>();
      for (int base = 0; base < model; base++) {
        if ((baseSets.get(model) & (1 << base)) != 0) {
          bases.add("m" + base);
        }
      }
      models.add(Graphs.model("m" + model, bases.toArray(String[]::new)));
    }
    return models;
  }
}
