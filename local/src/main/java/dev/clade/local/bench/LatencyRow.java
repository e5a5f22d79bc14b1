package dev.clade.local.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What several rounds of one side came to. */
final class LatencyRow {
  private final String name;
  private final List<Latencies> rounds = new ArrayList<>();

  /** Creates a row without rounds, by the name that its figures have. */
  LatencyRow(String name) {
    this.name = name;
  }

  void add(Latencies round) {
    rounds.add(round);
  }

  /** Returns the medians over the rounds, in milliseconds. */
  double p99() {
    return spread(Latencies::p99).median();
  }

  /** Adds the medians over the rounds to some figures. */
  void addTo(Map<String, Double> figures) {
    figures.put(name + "_p50_ms", spread(Latencies::median).median());
    figures.put(name + "_p99_ms", p99());
    figures.put(name + "_max_ms", spread(Latencies::most).median());
  }

  @Override
  public String toString() {
    return "%s: p50 %s, p99 %s, max %s ms; %,d calls in each of %d rounds"
        .formatted(
            name,
            spread(Latencies::median).toString(3),
            spread(Latencies::p99).toString(3),
            spread(Latencies::most).toString(1),
            Math.round(spread(Latencies::count).median()),
            rounds.size());
  }

  private Spread spread(ToDoubleFunction<Latencies> figure) {
    return Spread.of(rounds.stream().map(each -> figure.applyAsDouble(each)).toList());
  }
}
