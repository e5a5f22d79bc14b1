package dev.clade.lineage.ecosystem.hub;

import static dev.clade.lineage.ecosystem.hub.Published.figure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.structure.Component;
import dev.clade.lineage.ecosystem.structure.DegreeTable;
import dev.clade.lineage.ecosystem.structure.DepthFirstChains;
import dev.clade.lineage.ecosystem.structure.Generations;
import dev.clade.lineage.ecosystem.structure.GraphSize;
import dev.clade.lineage.ecosystem.structure.LicenseDifferences;
import dev.clade.lineage.ecosystem.structure.LicenseTransition;
import dev.clade.lineage.ecosystem.structure.LongestChains;
import dev.clade.lineage.ecosystem.structure.RootToSinkPaths;
import dev.clade.lineage.ecosystem.structure.TopBases;
import dev.clade.lineage.ecosystem.structure.WeakComponents;
import dev.clade.lineage.graph.license.LicenseChange;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Beside Stalnaker et al. (arXiv 2502.04484), whose table this is two thirds of. */
class HubStructureTest {
  private static Hub hub;
  private static DerivationGraph graph;

  @BeforeAll
  static void load() {
    hub = Hub.load();
    graph = hub.graph();
  }

  /**
   * A derivation is there when the derived model is: two thirds of edges and self-loops. Of models
   * there are a few more, since 4,797 that are kept back or gone are named by others. Density is
   * edges over models squared, so it is 0.665 / 0.6736² = 1.466 times the published one.
   */
  @Test
  void size() {
    GraphSize size = GraphSize.of(graph);
    figure("models", size.models(), 513_124, 761_826);
    figure("derivations", size.edges(), 84_044, 126_320);
    figure("self-loops", size.selfLoops(), 451, 675);
    figure("density, directed", size.directedDensity(), 3.192000158770583e-7, 2.18e-7);
    assertThat(size.uncatalogued()).isEqualTo(4_797);
  }

  /**
   * In degrees are the derived model's own, so their counts are two thirds. A base stays one if
   * only one of its derived models is there: 0.82 of those with any, and fewer of those that need
   * many.
   */
  @Test
  void degrees() {
    DegreeTable table = DegreeTable.of(graph);
    long[] counted = {426_215, 77_188, 4_765, 1_809, 900, 472};
    long[] published = {635_966, 111_840, 6_643, 2_550, 1_392, 764};
    for (int degree = 0; degree < counted.length; degree++) {
      figure(
          "models of degree " + degree,
          table.total().count(degree),
          counted[degree],
          published[degree]);
    }
    figure("largest degree", table.total().max(), 3_493, 5_240);
    figure("in degree of at least 1", table.in().countAtLeast(1), 77_755, 116_576);
    figure("in degree of at least 2", table.in().countAtLeast(2), 3_710, 5_673);
    figure("largest in degree", table.in().max(), 47, 53);
    figure("out degree of at least 1", table.out().countAtLeast(1), 11_470, 13_985);
    figure("out degree of at least 2", table.out().countAtLeast(2), 5_279, 7_032);
    figure("out degree of at least 20", table.out().countAtLeast(20), 426, 620);
    figure("out degree of at least 100", table.out().countAtLeast(100), 110, 150);
  }

  /**
   * A model that is kept back has no bases here, so families fall apart: there are more components
   * of two than published and the largest is smaller than two thirds. Its undirected density is the
   * one that the study published under the name of density.
   */
  @Test
  void components() {
    WeakComponents components = WeakComponents.of(graph, 10);
    figure("components", components.sizes().count(), 433_617, 643_653);
    long[] counted = {426_215, 3_882, 1_378, 672, 348};
    long[] published = {635_966, 3_550, 1_349, 803, 519};
    for (int size = 1; size <= counted.length; size++) {
      figure(
          "components of " + size,
          components.sizes().count(size),
          counted[size - 1],
          published[size - 1]);
    }
    figure("components of at least 100", components.sizes().countAtLeast(100), 94, 107);
    Component largest = components.largest().getFirst();
    figure("largest component", largest.models(), 17_519, 28_879);
    figure("its derivations", largest.edges(), 21_164, 35_633);
    // networkx would count the two models that name each other as one undirected edge; the study's
    // figure is twice its derivations over all pairs, as here.
    figure(
        "its density, undirected",
        largest.undirectedDensity(),
        2 * 21_164 / (17_519 * 17_518.0),
        8.54e-5);
    figure("its density, directed", largest.directedDensity(), 6.896105838372e-5, 4.27e-5);
    figure("its models of degree 1", largest.degrees().total().count(1), 13_142, 22_099);
    figure("its models of degree 2", largest.degrees().total().count(2), 2_221, 3_364);
    figure("its models of degree 3", largest.degrees().total().count(3), 836, 1_235);
    figure("its models above degree 50", largest.degrees().total().countAtLeast(51), 46, 81);

    assertThat(components.largest().stream().map(Component::models))
        .containsExactly(17_519, 3_507, 3_204, 1_637, 1_627, 1_503, 1_021, 898, 894, 847);
    // Laufer et al. name the largest components of July 2025, without merges, after their roots;
    // distilbert-base-uncased and SDXL-base-1.0 are among those too.
    assertThat(components.largest().stream().map(Component::topAncestor).map(hub::name))
        .containsExactly(
            "mistralai/Mistral-7B-v0.1",
            "distilbert/distilbert-base-uncased",
            "stabilityai/stable-diffusion-xl-base-1.0",
            "openai-community/gpt2",
            "runwayml/stable-diffusion-v1-5",
            "FacebookAI/xlm-roberta-base",
            "openai/whisper-small",
            "Bert-base-cased",
            "google/vit-base-patch16-224-in21k",
            "google-t5/t5-small");
    assertThat(largest.topAncestorDescendants()).isEqualTo(2_771);
  }

  /**
   * Each base keeps two thirds of its derived models (0.65 to 0.69), in the published order but for
   * the last two: bert-base-cased is itself kept back, so that its old and its new name are not
   * known to be one. Together the two have 977.
   */
  @Test
  void topBases() {
    List<TopBases.Base> bases = TopBases.of(graph, 10);
    long[] counted = {3_493, 3_170, 1_627, 1_618, 1_549, 1_443, 1_363, 1_080, 990, 892};
    long[] published = {5_240, 4_776, 2_405, 2_438, 2_363, 2_169, 2_099, 1_576, 1_469, 1_472};
    for (int i = 0; i < counted.length; i++) {
      figure(hub.name(bases.get(i).model()), bases.get(i).derived(), counted[i], published[i]);
    }
    assertThat(bases.stream().map(TopBases.Base::model).map(hub::name))
        .startsWith(
            "distilbert/distilbert-base-uncased", "stabilityai/stable-diffusion-xl-base-1.0")
        .endsWith("openai/whisper-small", "Bert-base-cased");
  }

  @Test
  void generations() {
    Generations generations = Generations.of(graph);
    assertThat(generations.distribution().counts())
        .hasToString("{0=435370, 1=73136, 2=3919, 3=578, 4=83, 5=30, 6=5, 7=2, 8=1}");
    assertThat(generations.roots()).isEqualTo(9_155);
    // Two pairs that name each other; the study found nine circles among all models.
    assertThat(generations.modelsInCircles()).isEqualTo(4);
  }

  /**
   * A chain of k models is whole here only if none of the upper k − 1 is kept back, so there is a
   * third of the chains, and long ones are rare. {@link StudyLineagesTest} counts the study's own
   * lineages by the same rule.
   */
  @Test
  void chainsByDepthFirstSearch() {
    DepthFirstChains chains = DepthFirstChains.of(graph, hub.licenses());
    Distribution lengths = chains.lengths();
    figure("chains", lengths.count(), 17_080, 53_151);
    figure("models in a chain, mean", lengths.mean(), 3.357142857142857, 6.157);
    figure("models in a chain, mode", lengths.mode(), 3, 3);
    figure("chains of the mode", lengths.count(3), 6_560, 12_480);
    figure("models in a chain, least", lengths.min(), 2, 2);
    figure("models in a chain, first quartile", lengths.quantile(0.25), 2, 3);
    figure("models in a chain, median", lengths.median(), 3, 4);
    figure("models in a chain, third quartile", lengths.quantile(0.75), 4, 9);
    figure("models in a chain, most", lengths.max(), 12, 40);
    figure("licenses in a chain, mean", chains.licenses().mean(), 1.8215456674473067, 1.9);
    figure("chains with 2 licenses", chains.licenses().count(2), 9_920, 24_069);
    assertThat(chains.sinks()).isEqualTo(6_737);
    assertThat(chains.licenses().counts()).hasToString("{1=5195, 2=9920, 3=1783, 4=182}");

    LicenseDifferences differences = chains.differences();
    figure("steps of chains", differences.total(), 40_260, 274_104);
    figure("no overlap", count(differences, LicenseChange.NO_OVERLAP), 4_068, 36_441);
    figure("dropped", count(differences, LicenseChange.DROPPED), 3_949, 19_435);
    figure("added", count(differences, LicenseChange.ADDED), 914, 10_548);
    figure("extra added", count(differences, LicenseChange.EXTRA_ADDED), 13, 28);
    figure("some removed", count(differences, LicenseChange.SOME_REMOVED), 4, 8);
    assertThat(count(differences, LicenseChange.SAME)).isEqualTo(21_600);
    // The bases of these steps are kept back or gone. The study counts those that are gone as
    // declaring nothing.
    assertThat(count(differences, LicenseChange.UNKNOWN)).isEqualTo(9_712);
    assertThat(differences.changes())
        .startsWith(
            new LicenseTransition(List.of("apache-2.0"), List.of(), 1_844),
            new LicenseTransition(List.of("cc-by-nc-4.0"), List.of("apache-2.0"), 1_067));
  }

  /** Once each, derivations drop licenses more often than they change them: 12 and 7 percent. */
  @Test
  void licensesAlongDerivations() {
    LicenseDifferences differences = LicenseDifferences.alongEdges(graph, hub.licenses());
    assertThat(differences.total()).isEqualTo(84_044);
    assertThat(count(differences, LicenseChange.UNKNOWN)).isEqualTo(26_605);
    assertThat(count(differences, LicenseChange.SAME)).isEqualTo(40_833);
    assertThat(count(differences, LicenseChange.DROPPED)).isEqualTo(10_002);
    assertThat(count(differences, LicenseChange.NO_OVERLAP)).isEqualTo(5_908);
    assertThat(count(differences, LicenseChange.ADDED)).isEqualTo(653);
    assertThat(count(differences, LicenseChange.SOME_REMOVED)).isEqualTo(22);
    assertThat(count(differences, LicenseChange.EXTRA_ADDED)).isEqualTo(21);
    assertThat(differences.changes())
        .startsWith(new LicenseTransition(List.of("apache-2.0"), List.of(), 3_117));
  }

  /** Most paths are a base and a model derived from it, which the study's rule leaves out. */
  @Test
  void everyPathFromRootToSink() {
    assertThat(RootToSinkPaths.of(graph).lengths().counts())
        .hasToString(
            "{2=73971, 3=6916, 4=3429, 5=1329, 6=1015, 7=513, 8=331, 9=219, 10=104, 11=35, 12=10}");
  }

  /**
   * Each sink counts once: as many as there are models with a base, without those that are bases
   * too, which are all bases but the roots. No circle is a root or a sink here.
   */
  @Test
  void oneChainForEachSink() {
    Distribution longest = LongestChains.of(graph).lengths();
    DegreeTable degrees = DegreeTable.of(graph);
    long derivedBases = degrees.out().countAtLeast(1) - Generations.of(graph).roots();
    assertThat(longest.count())
        .isEqualTo(degrees.in().countAtLeast(1) - derivedBases)
        .isEqualTo(77_755 - (11_470 - 9_155));
    assertThat(longest.max()).isEqualTo(RootToSinkPaths.of(graph).lengths().max());
  }

  private static long count(LicenseDifferences differences, LicenseChange change) {
    return differences.counts().get(change);
  }
}
