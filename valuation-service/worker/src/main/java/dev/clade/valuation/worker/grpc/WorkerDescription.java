package dev.clade.valuation.worker.grpc;

import java.util.List;

/**
 * Who leases, and what.
 *
 * @param id identifies the worker
 * @param devices how many devices it occupies
 * @param valuation resource name of the only run that it works for; empty for any
 * @param trainers names of the custom trainers that it has; none for the built-in one
 */
public record WorkerDescription(String id, int devices, String valuation, List<String> trainers) {
  /** Copies the list. */
  public WorkerDescription {
    trainers = List.copyOf(trainers);
  }
}
