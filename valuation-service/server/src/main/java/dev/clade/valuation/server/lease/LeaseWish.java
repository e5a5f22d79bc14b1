package dev.clade.valuation.server.lease;

import java.time.Duration;
import java.util.List;

/**
 * What a worker asks for, as it is sent.
 *
 * @param worker who asks
 * @param longestWait how long to wait for work
 * @param maxCount most evaluations to lease; 0 for the default
 * @param deviceCount devices that the worker occupies; 0 for the default
 * @param customTrainers names of the custom trainers that it has
 * @param valuation name of the only run to get evaluations of; empty for any
 */
public record LeaseWish(
    String worker,
    Duration longestWait,
    int maxCount,
    int deviceCount,
    List<String> customTrainers,
    String valuation) {

  /** Copies the list. */
  public LeaseWish {
    customTrainers = List.copyOf(customTrainers);
  }
}
