package dev.clade.local.bench;

import dev.clade.embedding.evaluation.ranking.IndexRecall;
import dev.clade.embedding.search.ExactScan;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How long the ten nearest of 500,000 vectors of 128 dimensions take to find, two at a time, with
 * and without a filter, and how many of them the index misses, which the goal is about.
 */
public final class SimilarBench implements Bench {
  private static final Goal GOAL = new Goal(Goal.Bound.AT_LEAST, 0.98, "");
  private static final int ROWS = 500_000;
  private static final int MOST_ROWS = 1_000_000;
  private static final int THREADS = 2;
  private static final int COUNT = 10;
  private static final int QUESTIONS = 2_000;
  private static final int COMPARED = 500;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(5);

  private final Map<String, Double> figures = new LinkedHashMap<>();

  @Override
  public String name() {
    return "similar";
  }

  @Override
  public String description() {
    return "p99 of the 10 nearest of 500,000 vectors (--models up to 1,000,000; --data FILE.fvecs),"
        + " two at a time; goal: at least 0.98 of what an exact scan finds";
  }

  @Override
  public BenchResult run(BenchOptions options, PrintWriter out) throws Exception {
    VectorTable vectors = vectors(options, out);
    long before = Heap.used();
    long start = System.nanoTime();
    VectorIndex index = VectorIndex.of(vectors);
    double seconds = (System.nanoTime() - start) / 1e9;
    double mebibytes = (Heap.used() - before) / (double) (1 << 20);
    figures.put("build_seconds", seconds);
    figures.put("index_mebibytes", mebibytes);
    out.printf("the index was built in %.1f s and takes %,.0f MiB%n", seconds, mebibytes);
    out.flush();
    int[] queries = new Random(options.seed()).ints(QUESTIONS, 0, vectors.rows()).toArray();
    int rounds = options.rounds().orElse(ROUNDS);
    double worst = 1;
    double p99 = 0;
    ExactScan scan = new ExactScan(vectors);
    for (Filter filter : Filter.values()) {
      double recall = recall(scan, index, vectors, queries, filter);
      LatencyRow row = measure(filter.label(), index, vectors, queries, filter, rounds);
      figures.put(filter.label() + "_recall", recall);
      out.printf("%s; recall@%d %.4f%n", row, COUNT, recall);
      out.flush();
      worst = Math.min(worst, recall);
      p99 = Math.max(p99, row.p99());
    }
    out.println(measure("scan", scan, vectors, queries, Filter.ALL, 1));
    return new BenchResult(name(), Machine.describe(), figures, worst, GOAL, true)
        .conclude("p99 at most %.2f ms, recall@%d at least".formatted(p99, COUNT), out);
  }

  private static VectorTable vectors(BenchOptions options, PrintWriter out) throws IOException {
    VectorTable vectors;
    String what;
    if (options.data().isPresent()) {
      vectors = VectorFile.read(options.data().get(), MOST_ROWS);
      what = "from " + options.data().get().getFileName();
    } else {
      int rows = options.models() > MOST_ROWS ? ROWS : options.models();
      vectors = VectorFamilies.draw(rows, options.seed());
      what = "drawn in families by seed " + options.seed();
    }
    out.printf(
        "%s%n%,d vectors of %d dimensions %s%n",
        Machine.describe(), vectors.rows(), vectors.width(), what);
    out.flush();
    return vectors;
  }

  private static double recall(
      ExactScan scan, VectorIndex index, VectorTable vectors, int[] queries, Filter filter) {
    int[][] exact = new int[Math.min(COMPARED, queries.length)][];
    int[][] found = new int[exact.length][];
    IntStream.range(0, exact.length)
        .parallel()
        .forEach(
            i -> {
              exact[i] = ask(scan, vectors, queries[i], filter).rows();
              found[i] = ask(index, vectors, queries[i], filter).rows();
            });
    return Arrays.stream(IndexRecall.of(exact, found)).average().orElse(0);
  }

  private LatencyRow measure(
      String name, VectorIndex index, VectorTable vectors, int[] queries, Filter filter, int rounds)
      throws Exception {
    ClosedLoop.Asked asked = row -> ask(index, vectors, row, filter).count();
    List<ClosedLoop.Asked> both = Collections.nCopies(THREADS, asked);
    ClosedLoop.run(both, queries, ROUND);
    LatencyRow row = new LatencyRow(name);
    for (int round = 0; round < rounds; round++) {
      row.add(ClosedLoop.run(both, queries, ROUND));
    }
    row.addTo(figures);
    return row;
  }

  private static Nearest ask(VectorIndex index, VectorTable vectors, int query, Filter filter) {
    IntPredicate passes = row -> row != query && filter.passes(row);
    return index.nearest(vectors.vector(query), COUNT, passes);
  }

  /** Which rows may be found, with no regard to their vectors. */
  private enum Filter {
    ALL(1),
    FIFTH(5),
    HUNDREDTH(100);

    private final int oneIn;

    Filter(int oneIn) {
      this.oneIn = oneIn;
    }

    boolean passes(int row) {
      return oneIn == 1 || Math.floorMod(row * 0x9E3779B9, oneIn) == 0;
    }

    String label() {
      return oneIn == 1 ? "all_rows" : "one_row_in_" + oneIn;
    }
  }
}
