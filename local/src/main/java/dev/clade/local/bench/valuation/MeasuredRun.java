package dev.clade.local.bench.valuation;

import dev.clade.local.client.MeshClient;
import dev.clade.local.client.ValuationRuns;
import dev.clade.valuation.v1.ContributorValue;
import dev.clade.valuation.v1.Evaluation;
import dev.clade.valuation.v1.Valuation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run to its end, and what its ledger tells of its time.
 *
 * @param values what came out
 * @param evaluations how many
 * @param meanSeconds of one, as workers told
 * @param perHour evaluations, from the begin of the first to the end of the last
 * @param gapMillis between the end of an evaluation and the begin of the same worker's next
 * @param coldStartSeconds from the request to the first result, that evaluation's own time left out
 */
record MeasuredRun(
    List<ContributorValue> values,
    int evaluations,
    double meanSeconds,
    double perHour,
    List<Double> gapMillis,
    double coldStartSeconds) {
  private static final double SECONDS_PER_HOUR = 3600;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;

  /**
   * Runs the drawn images of so many contributors.
   *
   * @throws IllegalStateException when the run fails
   */
  static MeasuredRun of(MeshClient client, int contributors, long seed) {
    ValuationRuns runs = new ValuationRuns(client);
    Valuation ended =
        runs.watch(runs.create(Drawn.run(runs, contributors, seed)).getName(), _ -> {});
    if (ended.getState() != Valuation.State.STATE_SUCCEEDED) {
      throw new IllegalStateException("the run failed: " + ended.getFailure());
    }
    List<Evaluation> rows = new ArrayList<>(runs.ledger(ended.getName()));
    rows.sort(Comparator.comparing(MeasuredRun::end));
    Evaluation first = rows.getFirst();
    Instant asked = instant(ended.getCreateTime());
    double all = seconds(begin(first), end(rows.getLast()));
    return new MeasuredRun(
        ended.getValuesList(),
        rows.size(),
        rows.stream().mapToDouble(Evaluation::getDurationSeconds).average().orElseThrow(),
        rows.size() / all * SECONDS_PER_HOUR,
        gaps(rows),
        seconds(asked, begin(first)));
  }

  private static List<Double> gaps(List<Evaluation> rows) {
    Map<String, Instant> ends = new HashMap<>();
    List<Double> gaps = new ArrayList<>();
    for (Evaluation row : rows) {
      Instant before = ends.put(row.getWorker(), end(row));
      if (before != null) {
        gaps.add(seconds(before, begin(row)) * MILLIS);
      }
    }
    return gaps;
  }

  private static Instant begin(Evaluation row) {
    return end(row).minusNanos(Math.round(row.getDurationSeconds() * NANOS));
  }

  private static Instant end(Evaluation row) {
    return instant(row.getCreateTime());
  }

  private static Instant instant(com.google.protobuf.Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / NANOS;
  }
}
