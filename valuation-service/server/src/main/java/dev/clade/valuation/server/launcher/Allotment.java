package dev.clade.valuation.server.launcher;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.clade.valuation.server.domain.RunDemand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How many workers each run gets. Runs of higher priority get all that they can use first. Runs of
 * the same priority share what is left in proportion to their weights, by largest remainders; what
 * one cannot use goes to the others. Of equal claims the first run's counts first.
 */
public final class Allotment {
  private final Map<UUID, Integer> workers = new LinkedHashMap<>();

  private Allotment() {}

  /**
   * Allots workers.
   *
   * @param most workers there may be, 0 or more
   * @param demands the runs, each once
   * @return workers of each run, 0 or more and at most one an evaluation
   */
  public static Map<UUID, Integer> of(int most, List<RunDemand> demands) {
    Allotment allotment = new Allotment();
    demands.forEach(demand -> allotment.workers.put(demand.run(), 0));
    Map<Integer, List<RunDemand>> byPriority =
        demands.stream()
            .collect(
                groupingBy(
                    RunDemand::priority, () -> new TreeMap<>(Comparator.reverseOrder()), toList()));
    int left = most;
    for (List<RunDemand> equals : byPriority.values()) {
      left = allotment.share(left, equals);
    }
    return allotment.workers;
  }

  /** Shares workers among runs of one priority; returns how many none of them can use. */
  private int share(int most, List<RunDemand> equals) {
    List<RunDemand> sharing = new ArrayList<>(equals);
    int left = most;
    List<RunDemand> sated = sated(left, sharing);
    while (!sated.isEmpty()) {
      for (RunDemand demand : sated) {
        workers.put(demand.run(), demand.evaluations());
        left -= demand.evaluations();
      }
      sharing.removeAll(sated);
      sated = sated(left, sharing);
    }
    return byLargestRemainders(left, sharing);
  }

  /** Returns the runs whose part of the workers is all that they can use. */
  private static List<RunDemand> sated(int left, List<RunDemand> sharing) {
    double total = total(sharing);
    return sharing.stream()
        .filter(demand -> demand.evaluations() <= left * demand.share() / total)
        .toList();
  }

  private int byLargestRemainders(int most, List<RunDemand> sharing) {
    double total = total(sharing);
    Map<UUID, Double> remainders = new LinkedHashMap<>();
    int left = most;
    for (RunDemand demand : sharing) {
      double part = most * demand.share() / total;
      int whole = Math.min(left, (int) part);
      workers.put(demand.run(), whole);
      remainders.put(demand.run(), part - whole);
      left -= whole;
    }
    List<UUID> further =
        remainders.entrySet().stream()
            .sorted(Map.Entry.<UUID, Double>comparingByValue().reversed())
            .limit(left)
            .map(Map.Entry::getKey)
            .toList();
    further.forEach(run -> workers.merge(run, 1, Integer::sum));
    return left - further.size();
  }

  private static double total(List<RunDemand> sharing) {
    return sharing.stream().mapToDouble(RunDemand::share).sum();
  }
}
