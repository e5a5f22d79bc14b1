package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.structure.DepthFirstChains;
import dev.clade.lineage.ecosystem.structure.RootToSinkPaths;
import dev.clade.lineage.ecosystem.testing.Graphs;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.ArtifactRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The lineages that Stalnaker et al. (arXiv 2502.04484) computed themselves, for 5,999 models whose
 * names begin with a digit or a letter of o, q, u to z.
 */
class StudyLineagesTest {
  /** Why a lineage of the study has other ancestors than the tags of the table give. */
  private enum Cause {
    /**
     * A model on the way is kept back from the table, or gone, so what it was derived from is not
     * known here.
     */
    KEPT_BACK,
    /**
     * A base is named by the name that it had before. The study asked the site what it redirects
     * to; here the model under its new name is kept back, so nothing says that both are one.
     */
    OTHER_NAME,
    /** The study has a base that no tag names: it read cards and web pages too. */
    NO_TAG,
    /** The tags name a base that the study has not. */
    NOT_IN_STUDY
  }

  /** A model's lineage by the study: each of its models with its bases, in lower case. */
  private record Lineage(String sink, Map<String, Set<String>> bases) {
    Set<String> ancestors() {
      Set<String> ancestors = new TreeSet<>(bases.keySet());
      bases.values().forEach(ancestors::addAll);
      ancestors.remove(sink);
      return ancestors;
    }
  }

  private static Hub hub;
  private static DerivationGraph graph;
  private static final List<Lineage> LINEAGES = new ArrayList<>();

  @BeforeAll
  static void load() {
    hub = Hub.load();
    graph = hub.graph();
    ObjectMapper json = new ObjectMapper();
    Hub.readLines(
        Hub.FOLDER + "lineages_oracle.jsonl.gz",
        lines -> lines.map(line -> lineage(json, line)).forEach(LINEAGES::add));
  }

  /**
   * 5,387 of 5,994 have the same ancestors. For every other one, the models are found from which on
   * the lineages part, and the cause at each of them; several can come together.
   */
  @Test
  void ancestorsAgreeOrDifferForAKnownCause() {
    int found = 0;
    int same = 0;
    Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    for (Lineage lineage : LINEAGES) {
      OptionalInt node = graph.snapshot().find(ArtifactName.model(lineage.sink()));
      if (node.isEmpty()) {
        continue;
      }
      found++;
      Set<String> ours = ancestors(node.getAsInt());
      if (ours.equals(lineage.ancestors())) {
        same++;
      } else {
        Set<Cause> known = causes(lineage, ours);
        assertThat(known).as(lineage.sink()).isNotEmpty();
        known.forEach(cause -> causes.merge(cause, 1, Integer::sum));
      }
    }
    System.out.printf("Of %d lineages of the study %d agree; %s.%n", found, same, causes);
    assertThat(found).isEqualTo(5_994);
    assertThat(same).isEqualTo(5_387);
    assertThat(causes)
        .containsEntry(Cause.OTHER_NAME, 373)
        .containsEntry(Cause.KEPT_BACK, 159)
        .containsEntry(Cause.NOT_IN_STUDY, 69)
        .containsEntry(Cause.NO_TAG, 44);
  }

  /**
   * The study's lineages are its search trees, so each root of them is the beginning of one of its
   * chains. Its 53,151 chains have a mean of 6.2, these 1,490 one of 4.9 and the same mode of 3:
   * models of few letters only. Counted by a script, as all figures.
   */
  @Test
  void chainsOfTheStudysOwnLineages() {
    List<ArtifactRecord> records = new ArrayList<>();
    for (int i = 0; i < LINEAGES.size(); i++) {
      int family = i;
      LINEAGES
          .get(i)
          .bases()
          .forEach(
              (model, bases) ->
                  records.add(
                      Graphs.model(
                          family + "/" + model,
                          bases.stream().map(base -> family + "/" + base).toArray(String[]::new))));
    }
    DerivationGraph own = DerivationGraph.of(Graphs.snapshot(records));

    DepthFirstChains chains = DepthFirstChains.of(own, model -> Set.of());

    assertThat(chains.sinks()).isEqualTo(561);
    assertThat(chains.lengths().counts())
        .hasToString(
            "{2=370, 3=538, 4=133, 5=69, 6=71, 7=12, 8=30, 9=42, 10=59, 11=3, 12=28, 13=12, "
                + "14=68, 15=10, 17=45}");
    // In a tree there is one way from each root. All but the pairs that the rule leaves out are
    // the chains.
    assertThat(RootToSinkPaths.of(own).lengths().countAtLeast(3))
        .isEqualTo(chains.lengths().countAtLeast(3));
  }

  private static Set<Cause> causes(Lineage lineage, Set<String> ours) {
    Set<String> theirs = lineage.ancestors();
    Set<Cause> causes = EnumSet.noneOf(Cause.class);
    Set<String> both = new TreeSet<>(ours);
    both.retainAll(theirs);
    both.add(lineage.sink());
    for (String model : both) {
      int node = graph.snapshot().find(ArtifactName.model(model)).orElseThrow();
      Set<String> missing = new TreeSet<>(lineage.bases().getOrDefault(model, Set.of()));
      missing.removeAll(ours);
      Set<String> extra = bases(node);
      extra.removeAll(theirs);
      boolean renamed =
          extra.stream()
              .anyMatch(
                  each -> missing.stream().anyMatch(other -> title(each).equals(title(other))));
      if (renamed) {
        causes.add(Cause.OTHER_NAME);
      } else {
        if (!extra.isEmpty()) {
          causes.add(Cause.NOT_IN_STUDY);
        }
        if (!missing.isEmpty()) {
          boolean catalogued = graph.snapshot().isCatalogued(node);
          causes.add(catalogued ? Cause.NO_TAG : Cause.KEPT_BACK);
        }
      }
    }
    return causes;
  }

  private static Set<String> ancestors(int model) {
    Set<Integer> seen = new HashSet<>(Set.of(model));
    Deque<Integer> open = new ArrayDeque<>(seen);
    Set<String> names = new TreeSet<>();
    while (!open.isEmpty()) {
      int next = open.pop();
      for (int i = 0; i < graph.baseCount(next); i++) {
        if (seen.add(graph.base(next, i))) {
          open.push(graph.base(next, i));
          names.add(lower(hub.name(graph.base(next, i))));
        }
      }
    }
    return names;
  }

  private static Set<String> bases(int model) {
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < graph.baseCount(model); i++) {
      names.add(lower(hub.name(graph.base(model, i))));
    }
    return names;
  }

  private static String title(String id) {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  private static Lineage lineage(ObjectMapper json, String line) {
    try {
      JsonNode read = json.readTree(line);
      Map<String, Set<String>> bases = new TreeMap<>();
      for (JsonNode edge : read.get("edges")) {
        String base = lower(edge.get(0).asText());
        String derived = lower(edge.get(1).asText());
        // One lineage is an edge from a model to itself, spelt in two ways.
        if (!base.equals(derived)) {
          bases.computeIfAbsent(derived, each -> new TreeSet<>()).add(base);
        }
      }
      return new Lineage(lower(read.get("sink").asText()), bases);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(line, failure);
    }
  }

  private static String lower(String id) {
    return id.toLowerCase(Locale.ROOT);
  }
}
