package dev.clade.local.bench.valuation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Relative squared errors by method and budget, of all games of a set. */
final class Errors {
  private final int games;
  private final Map<String, Map<Integer, List<Double>>> byMethod = new LinkedHashMap<>();

  /** Creates a table of so many games; a method that does not answer one has an infinite error. */
  Errors(int games) {
    this.games = games;
  }

  void add(String method, int budget, double error) {
    byMethod
        .computeIfAbsent(method, _ -> new LinkedHashMap<>())
        .computeIfAbsent(budget, _ -> new ArrayList<>())
        .add(Double.isFinite(error) ? error : Double.POSITIVE_INFINITY);
  }

  /** Returns the methods in the order in which they came. */
  List<String> methods() {
    return List.copyOf(byMethod.keySet());
  }

  double median(String method, int budget) {
    return quantile(method, budget, 0.5);
  }

  /** Returns median and quartiles. */
  String describe(String method, int budget) {
    return "%.4f (%.4f to %.4f)"
        .formatted(
            median(method, budget), quantile(method, budget, 0.25), quantile(method, budget, 0.75));
  }

  private double quantile(String method, int budget, double share) {
    List<Double> errors = new ArrayList<>(byMethod.get(method).getOrDefault(budget, List.of()));
    while (errors.size() < games) {
      errors.add(Double.POSITIVE_INFINITY);
    }
    Collections.sort(errors);
    return errors.get((int) Math.round(share * (games - 1)));
  }
}
