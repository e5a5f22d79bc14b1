package dev.clade.embedding.search;

import dev.clade.embedding.vector.VectorTable;
import io.github.jbellis.jvector.graph.GraphIndexBuilder;
import io.github.jbellis.jvector.graph.GraphSearcher;
import io.github.jbellis.jvector.graph.ImmutableGraphIndex;
import io.github.jbellis.jvector.graph.SearchResult;
import io.github.jbellis.jvector.graph.similarity.BuildScoreProvider;
import io.github.jbellis.jvector.graph.similarity.DefaultSearchScoreProvider;
import io.github.jbellis.jvector.graph.similarity.ScoreFunction;
import io.github.jbellis.jvector.graph.similarity.SearchScoreProvider;
import io.github.jbellis.jvector.vector.types.VectorFloat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * A graph of neighbours over some vectors of a table (Vamana, of DiskANN, with the layers of HNSW,
 * by JVector). Vectors are put in one after the other in their order, so that the same vectors
 * always give the same graph. Scores are this project's own, for the same reason: they do not
 * depend on what a processor can do.
 */
final class GraphPart {
  private static final int NEIGHBOURS = 24;
  private static final int BUILD_BEAM = 100;

  /** How many more neighbours a vector may have for a while before they are sorted out. */
  private static final float OVERFLOW = 1.2f;

  /** How much longer a detour must be for a neighbour to be kept. */
  private static final float ALPHA = 1.2f;

  private final VectorTable vectors;
  private final IntUnaryOperator rows;
  private final int count;
  private final ImmutableGraphIndex graph;

  /** What searches keep between them; kept here so that it goes when the graph does. */
  private final Queue<GraphSearcher> idle = new ConcurrentLinkedQueue<>();

  private GraphPart(
      VectorTable vectors, IntUnaryOperator rows, int count, ImmutableGraphIndex graph) {
    this.vectors = vectors;
    this.rows = rows;
    this.count = count;
    this.graph = graph;
  }

  /**
   * Builds a graph, in the calling thread.
   *
   * @param count how many vectors
   * @param rows the row of each
   */
  static GraphPart build(VectorTable vectors, int count, IntUnaryOperator rows) {
    try (ForkJoinPool one = new ForkJoinPool(1);
        GraphIndexBuilder builder =
            new GraphIndexBuilder(
                new Scores(vectors, rows),
                vectors.width(),
                NEIGHBOURS,
                BUILD_BEAM,
                OVERFLOW,
                ALPHA,
                true,
                true,
                one,
                one)) {
      for (int node = 0; node < count; node++) {
        builder.addGraphNode(node, scores(vectors, rows, vectors.vector(rows.applyAsInt(node))));
      }
      builder.cleanup();
      return new GraphPart(vectors, rows, count, builder.getGraph());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns how many vectors there are. */
  int count() {
    return count;
  }

  /**
   * Looks for vectors near to another.
   *
   * @param beam how many candidates to go on from, and to find
   * @param filter vectors that may be found, by their numbers in this part
   * @param found is given the vectors' numbers in this part and their cosines
   */
  void search(float[] query, int beam, IntPredicate filter, Found found) {
    GraphSearcher searcher =
        Objects.requireNonNullElseGet(idle.poll(), () -> new GraphSearcher(graph));
    SearchResult result = searcher.search(scores(vectors, rows, query), beam, filter::test);
    idle.add(searcher);
    for (SearchResult.NodeScore each : result.getNodes()) {
      found.add(each.node, vectors.cosine(rows.applyAsInt(each.node), query));
    }
  }

  /** JVector's scores are from 0 to 1. */
  private static SearchScoreProvider scores(
      VectorTable vectors, IntUnaryOperator rows, float[] query) {
    ScoreFunction.ExactScoreFunction score =
        node -> (1 + vectors.cosine(rows.applyAsInt(node), query)) / 2;
    return new DefaultSearchScoreProvider(score);
  }

  /** Takes what was found. */
  interface Found {
    /** Takes a vector with its cosine. */
    void add(int vector, float cosine);
  }

  /** Scores of a table's own vectors. */
  private record Scores(VectorTable vectors, IntUnaryOperator rows) implements BuildScoreProvider {
    @Override
    public boolean isExact() {
      return true;
    }

    @Override
    public VectorFloat<?> approximateCentroid() {
      throw new UnsupportedOperationException("vectors are put in by their scores");
    }

    @Override
    public SearchScoreProvider searchProviderFor(VectorFloat<?> vector) {
      throw new UnsupportedOperationException("vectors are put in by their scores");
    }

    @Override
    public SearchScoreProvider searchProviderFor(int node) {
      return scores(vectors, rows, vectors.vector(rows.applyAsInt(node)));
    }

    @Override
    public SearchScoreProvider diversityProviderFor(int node) {
      return searchProviderFor(node);
    }
  }
}
