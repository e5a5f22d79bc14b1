package dev.clade.lineage.ecosystem.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.network.community.Communities;
import dev.clade.lineage.ecosystem.network.coreperiphery.ContinuousCore;
import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Edges;
import dev.clade.lineage.ecosystem.network.graph.TiedNodes;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import dev.clade.lineage.ecosystem.network.position.Betweenness;
import dev.clade.lineage.ecosystem.network.position.PageRank;
import dev.clade.lineage.ecosystem.network.structure.Clustering;
import dev.clade.lineage.ecosystem.network.structure.ConnectedComponents;
import dev.clade.lineage.ecosystem.network.structure.CoreNumbers;
import dev.clade.lineage.ecosystem.network.structure.DegreeAssortativity;
import dev.clade.lineage.ecosystem.network.structure.Density;
import dev.clade.lineage.ecosystem.network.structure.NetworkSize;
import dev.clade.lineage.ecosystem.network.structure.Reciprocity;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds measures against those that networkx and scipy gave: see {@code network_answers.py}. */
class NetworkAnswersTest {
  private static final double TOLERANCE = 1e-12;

  /** A random network and what is known of it. */
  private record Answered(JsonNode answers, DirectedGraph graph) {
    static Answered of(JsonNode answers) {
      Edges edges = new Edges();
      answers
          .get("edges")
          .forEach(
              edge -> edges.add(edge.get(0).asInt(), edge.get(1).asInt(), edge.get(2).asInt()));
      return new Answered(answers, edges.directed(answers.get("nodes").asInt()));
    }

    UndirectedGraph undirected() {
      return graph.undirected();
    }

    TiedNodes tied() {
      return TiedNodes.of(graph);
    }

    double number(String name) {
      return answers.get(name).isNull() ? Double.NaN : answers.get(name).asDouble();
    }

    double[] numbers(String name) {
      return StreamSupport.stream(answers.get(name).spliterator(), false)
          .mapToDouble(each -> each.isNull() ? Double.NaN : each.asDouble())
          .toArray();
    }

    @Override
    public String toString() {
      return "%d nodes, %d edges".formatted(graph.nodeCount(), graph.edgeCount());
    }
  }

  static Stream<Answered> answered() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(NetworkAnswersTest.class.getResource("network_answers.json"));
    List<Answered> graphs =
        StreamSupport.stream(file.get("graphs").spliterator(), false).map(Answered::of).toList();
    assertThat(graphs).hasSize(24);
    return graphs.stream();
  }

  @ParameterizedTest
  @MethodSource("answered")
  void sizeAndDensity(Answered given) {
    NetworkSize size = NetworkSize.of(given.graph(), given.tied());
    assertThat(size.isolates()).isEqualTo(given.answers().get("isolates").asInt());
    same(size.density(), given.number("directedDensity"));
    same(Density.undirected(given.undirected()), given.number("undirectedDensity"));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void reciprocity(Answered given) {
    same(Reciprocity.withoutLoops(given.graph()), given.number("reciprocity"));
    same(Reciprocity.loopsAsUnreturned(given.graph()), given.number("reciprocityWithLoops"));
    double[] ofNodes = given.numbers("nodeReciprocity");
    for (int node = 0; node < ofNodes.length; node++) {
      same(Reciprocity.ofNode(given.graph(), node), ofNodes[node]);
    }
  }

  @ParameterizedTest
  @MethodSource("answered")
  void assortativity(Answered given) {
    same(DegreeAssortativity.undirected(given.undirected()), given.number("assortativity"));
    same(DegreeAssortativity.outToIn(given.tied().graph()), given.number("outToInAssortativity"));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void clustering(Answered given) {
    Clustering clustering = Clustering.of(given.undirected());
    // networkx has 0 where no two edges meet, so that there is nothing to take a share of.
    boolean defined = given.answers().get("pairsThatMeet").asInt() > 0;
    same(clustering.transitivity(), defined ? given.number("transitivity") : Double.NaN);
    same(clustering.mean(), given.number("meanClustering"));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void coresAndComponents(Answered given) {
    CoreNumbers cores = CoreNumbers.of(given.undirected());
    double[] numbers = given.numbers("coreNumbers");
    assertThat(IntStream.range(0, numbers.length).mapToDouble(cores::of).toArray())
        .isEqualTo(numbers);
    int[] sizes = IntStream.of(ints(given.numbers("components"))).toArray();
    assertThat(ConnectedComponents.of(given.undirected()).sizes())
        .isEqualTo(Distribution.of(sizes));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void centralities(Answered given) {
    DirectedGraph tied = given.tied().graph();
    Betweenness betweenness = Betweenness.of(tied, Long.MAX_VALUE, 0);
    double[] scores = given.numbers("betweenness");
    double[] ranks = given.numbers("pageRank");
    double[] found = PageRank.of(tied);
    for (int node = 0; node < scores.length; node++) {
      same(betweenness.of(node), scores[node]);
      assertThat(found[node]).isCloseTo(ranks[node], within(1e-10));
    }
    assertThat(betweenness.isExact()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("answered")
  void modularityOfGivenCommunities(Answered given) {
    Communities communities = Communities.of(given.undirected(), ints(given.numbers("labels")));
    same(communities.modularity(), given.number("modularity"));
  }

  /**
   * Where stars fit best, corenesses have no end: the centers' grow and the others' shrink, ever
   * more slowly. Both optimisers stop on the way, so only the squares are near there.
   */
  @ParameterizedTest
  @MethodSource("answered")
  void continuousCores(Answered given) {
    JsonNode expected = given.answers().get("continuousCore");
    if (expected.isNull()) {
      assertThat(given.tied().count()).isLessThan(3);
      return;
    }
    UndirectedGraph graph = given.tied().graph().undirected();
    ContinuousCore core = ContinuousCore.of(graph);
    double least = expected.get("squares").asDouble();
    assertThat(squares(graph, core)).isCloseTo(least, within(core.converged() ? 1e-6 : 2e-3));
    assertThat(core.correlation())
        .isCloseTo(expected.get("correlation").asDouble(), within(core.converged() ? 1e-5 : .04));
  }

  private static double squares(UndirectedGraph graph, ContinuousCore core) {
    double squares = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int other = 0; other < graph.nodeCount(); other++) {
        double tie = graph.neighbors().contains(node, other) ? 1 : 0;
        double rest = tie - core.of(node) * core.of(other);
        squares += node == other ? 0 : rest * rest;
      }
    }
    return squares;
  }

  private static int[] ints(double[] numbers) {
    return IntStream.range(0, numbers.length).map(i -> (int) numbers[i]).toArray();
  }

  private static void same(double found, double expected) {
    if (Double.isNaN(expected)) {
      assertThat(found).isNaN();
    } else {
      assertThat(found).isCloseTo(expected, within(TOLERANCE));
    }
  }
}
