package dev.clade.valuation.server.lease;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What a worker asks for, as it is sent.
 *
 * @param worker who asks
 * @param longestWait how long to wait for work
 * @param maxCount most evaluations to lease; 0 for the default
 * @param deviceCount devices that the worker occupies; 0 for the default
 * @param customTrainers names of the custom trainers that it has
 * @param valuation name of the only run to get evaluations of; empty for any
 * @param hasHungUp tells whether nobody waits for the answer any more
 */
public record LeaseWish(
    String worker,
    Duration longestWait,
    int maxCount,
    int deviceCount,
    List<String> customTrainers,
    String valuation,
    BooleanSupplier hasHungUp) {

  /** Copies the list. */
  public LeaseWish {
    customTrainers = List.copyOf(customTrainers);
  }
}
