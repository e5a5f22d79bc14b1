package dev.clade.valuation.server.domain;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a worker asks for.
 *
 * @param worker who asks
 * @param maxCount most evaluations to lease, at least 1
 * @param deviceCount devices that the worker occupies
 * @param customTrainers names of the custom trainers that it has; the built-in one if there are
 *     none
 * @param run the only run to get evaluations of; any if nothing
 */
public record LeaseRequest(
    String worker, int maxCount, int deviceCount, Set<String> customTrainers, Optional<UUID> run) {

  /** Copies the set. */
  public LeaseRequest {
    customTrainers = Set.copyOf(customTrainers);
  }

  /** Tells whether the worker can do the evaluations of a run. */
  boolean fits(Contender contender) {
    boolean trained =
        customTrainers.isEmpty()
            ? contender.customTrainer().isEmpty()
            : customTrainers.contains(contender.customTrainer());
    return trained && run.map(contender.run()::equals).orElse(true);
  }
}
