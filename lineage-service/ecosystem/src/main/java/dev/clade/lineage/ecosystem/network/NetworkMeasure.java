package dev.clade.lineage.ecosystem.network;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Something that is measured of a network in one number, NaN where it is not defined.
 *
 * @param title what it is, for people
 * @param value returns it
 */
record NetworkMeasure(String title, ToDoubleFunction<NetworkReport> value) {
  /** Everything that a {@link NetworkReport} tells in one number. */
  static final List<NetworkMeasure> ALL =
      List.of(
          new NetworkMeasure("repositories", of -> of.repositories().repositories()),
          new NetworkMeasure("with contributors", of -> of.repositories().withContributors()),
          new NetworkMeasure(
              "share with one contributor", of -> of.repositories().singleContributorShare()),
          new NetworkMeasure("authors", of -> of.size().nodes()),
          new NetworkMeasure("ties", of -> of.size().ties()),
          new NetworkMeasure("self-loops", of -> of.size().loops()),
          new NetworkMeasure("isolates", of -> of.size().isolates()),
          new NetworkMeasure("share of isolates", of -> of.size().isolateShare()),
          new NetworkMeasure("density, directed, with isolates", of -> of.size().density()),
          new NetworkMeasure("density, directed", of -> of.structure().directedDensity()),
          new NetworkMeasure("density, undirected", of -> of.structure().undirectedDensity()),
          new NetworkMeasure("reciprocity", of -> of.structure().reciprocity()),
          new NetworkMeasure(
              "reciprocity, self-loops as unreturned", of -> of.structure().reciprocityWithLoops()),
          new NetworkMeasure(
              "reciprocity × in-degree, Spearman", of -> of.reciprocityByPosition().inDegree()),
          new NetworkMeasure(
              "reciprocity × out-degree, Spearman", of -> of.reciprocityByPosition().outDegree()),
          new NetworkMeasure(
              "reciprocity × betweenness, Spearman",
              of -> of.reciprocityByPosition().betweenness()),
          new NetworkMeasure(
              "reciprocity × core number, Spearman", of -> of.reciprocityByPosition().coreNumber()),
          new NetworkMeasure("assortativity of degrees", of -> of.structure().assortativity()),
          new NetworkMeasure(
              "assortativity, out-degree to in-degree",
              of -> of.structure().outToInAssortativity()),
          new NetworkMeasure("transitivity", of -> of.structure().clustering().transitivity()),
          new NetworkMeasure("mean clustering", of -> of.structure().clustering().mean()),
          new NetworkMeasure("components", of -> of.structure().components().count()),
          new NetworkMeasure(
              "authors of the largest component", of -> of.structure().components().largest()),
          new NetworkMeasure("largest core number k", of -> of.structure().largestCoreNumber()),
          new NetworkMeasure(
              "authors of the innermost k-core", of -> of.structure().innermostCoreSize()),
          new NetworkMeasure(
              "p of k, rewired networks", of -> of.coreSignificance().largestCoreNumber()),
          new NetworkMeasure(
              "authors of the discrete core",
              of -> of.corePeriphery().discrete().members().cardinality()),
          new NetworkMeasure(
              "errors of the discrete core", of -> of.corePeriphery().discrete().errors()),
          new NetworkMeasure(
              "correlation of the continuous core",
              of -> of.corePeriphery().continuous().correlation()),
          new NetworkMeasure(
              "search for the continuous core, 1 if it settled",
              of -> of.corePeriphery().continuous().converged() ? 1 : 0),
          new NetworkMeasure(
              "p of the correlation, rewired networks", of -> of.coreSignificance().correlation()),
          new NetworkMeasure(
              "coreness × core number, Spearman", of -> of.corePeriphery().corenessAndCoreNumber()),
          new NetworkMeasure(
              "discrete and continuous core, Jaccard",
              of -> of.corePeriphery().discreteAndContinuous().jaccard()),
          new NetworkMeasure(
              "discrete and continuous core, kappa",
              of -> of.corePeriphery().discreteAndContinuous().kappa()),
          new NetworkMeasure(
              "discrete core and innermost k-core, Jaccard",
              of -> of.corePeriphery().discreteAndInnermost().jaccard()),
          new NetworkMeasure(
              "discrete core and innermost k-core, kappa",
              of -> of.corePeriphery().discreteAndInnermost().kappa()),
          new NetworkMeasure(
              "continuous core and innermost k-core, Jaccard",
              of -> of.corePeriphery().continuousAndInnermost().jaccard()),
          new NetworkMeasure(
              "continuous core and innermost k-core, kappa",
              of -> of.corePeriphery().continuousAndInnermost().kappa()),
          new NetworkMeasure("communities, Leiden", of -> of.leiden().count()),
          new NetworkMeasure("modularity, Leiden", of -> of.leiden().modularity()),
          new NetworkMeasure("communities, Louvain", of -> of.louvain().count()),
          new NetworkMeasure("modularity, Louvain", of -> of.louvain().modularity()),
          new NetworkMeasure(
              "authors that betweenness follows paths from",
              of -> of.positions().betweenness().pivots()),
          new NetworkMeasure(
              "largest standard error of betweenness, 0 if exact",
              of -> of.positions().betweenness().largestStandardError()));
}
