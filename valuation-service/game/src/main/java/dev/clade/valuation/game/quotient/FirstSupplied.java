package dev.clade.valuation.game.quotient;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Weights inside a cluster that copies do not change: how many distinct items each contributor
 * supplied before anybody else did. An identity that only repeats items has weight 0 and takes
 * nothing from others, whoever registers it.
 */
public final class FirstSupplied {
  private FirstSupplied() {}

  /**
   * Returns the weight of each player.
   *
   * @param items content hashes of each player's items, near-duplicates under one hash
   * @param registration players in the order in which they registered
   * @throws IllegalArgumentException when the order does not name each player once
   */
  public static double[] weights(List<Set<String>> items, List<Integer> registration) {
    if (!registration.stream()
        .sorted()
        .toList()
        .equals(IntStream.range(0, items.size()).boxed().toList())) {
      throw new IllegalArgumentException(
          "registration must name each of %d players once: %s"
              .formatted(items.size(), registration));
    }
    Set<String> seen = new HashSet<>();
    double[] weights = new double[items.size()];
    for (int player : registration) {
      weights[player] = items.get(player).stream().filter(seen::add).count();
    }
    return weights;
  }
}
