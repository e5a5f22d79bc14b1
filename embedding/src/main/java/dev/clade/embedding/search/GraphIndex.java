package dev.clade.embedding.search;

import dev.clade.embedding.vector.VectorTable;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Graphs of neighbours over many rows, each over as many of the different vectors as are fast to
 * put in one after the other: how many graphs there are depends on the rows alone, so that the same
 * rows always give the same answers, while several processors build. A graph finds more than are
 * wanted, and the best by the exact cosine remain. Where a graph serves badly, rows are compared
 * one by one: when few pass the filter, when very many are wanted, and when fewer were found than
 * are wanted.
 */
public final class GraphIndex implements VectorIndex {
  private static final int PART = 1 << 17;

  /** A graph finds as many times what is wanted, and no fewer than the narrowest beam. */
  private static final int OVERFETCH = 2;

  private static final int NARROWEST = 160;
  private static final int MOST_BY_GRAPH = 1_000;

  /** Every so many rows one is asked whether it passes. */
  private static final int SAMPLED = 61;

  /** When fewer than one in so many pass, they are compared one by one. */
  private static final int RARE = 12;

  private final VectorTable vectors;
  private final DistinctVectors distinct;
  private final List<GraphPart> parts;

  private GraphIndex(VectorTable vectors, DistinctVectors distinct, List<GraphPart> parts) {
    this.vectors = vectors;
    this.distinct = distinct;
    this.parts = parts;
  }

  /** Builds the graphs of a table, which must not change any more, on all processors. */
  public static GraphIndex build(VectorTable vectors) {
    return build(vectors, PART);
  }

  /** Builds graphs over as many different vectors each. */
  static GraphIndex build(VectorTable vectors, int size) {
    DistinctVectors distinct = DistinctVectors.of(vectors);
    List<GraphPart> parts =
        IntStream.range(0, (distinct.count() + size - 1) / size)
            .parallel()
            .mapToObj(
                part ->
                    GraphPart.build(
                        vectors,
                        Math.min(size, distinct.count() - part * size),
                        node -> distinct.first(part * size + node)))
            .toList();
    return new GraphIndex(vectors, distinct, parts);
  }

  @Override
  public int rows() {
    return vectors.rows();
  }

  @Override
  public Nearest nearest(float[] query, int count, IntPredicate filter) {
    if (query.length != vectors.width()) {
      throw new IllegalArgumentException(
          "a vector of %d dimensions is no query for %d".formatted(query.length, vectors.width()));
    }
    if (count > MOST_BY_GRAPH || isRare(filter)) {
      return scan(query, count, filter);
    }
    Nearest found = search(query, count, filter);
    return found.count() < count ? scan(query, count, filter) : found;
  }

  private Nearest search(float[] query, int count, IntPredicate filter) {
    NearestRows nearest = new NearestRows(count);
    int beam = Math.max(NARROWEST, OVERFETCH * count);
    int first = 0;
    for (GraphPart part : parts) {
      int offset = first;
      part.search(
          query,
          beam,
          node -> distinct.anyPasses(offset + node, filter),
          (node, cosine) -> distinct.addTo(nearest, offset + node, cosine, filter));
      first += part.count();
    }
    return nearest.take();
  }

  private Nearest scan(float[] query, int count, IntPredicate filter) {
    NearestRows nearest = new NearestRows(count);
    for (int vector = 0; vector < distinct.count(); vector++) {
      if (distinct.anyPasses(vector, filter)) {
        float cosine = vectors.cosine(distinct.first(vector), query);
        distinct.addTo(nearest, vector, cosine, filter);
      }
    }
    return nearest.take();
  }

  private boolean isRare(IntPredicate filter) {
    int passing = 0;
    int asked = 0;
    for (int row = 0; row < vectors.rows(); row += SAMPLED) {
      asked++;
      passing += filter.test(row) ? 1 : 0;
    }
    return passing * RARE < asked;
  }
}
