package dev.clade.valuation.worker.grpc;

/**
 * Who leases, and what.
 *
 * @param id identifies the worker
 * @param devices how many devices it occupies
 * @param valuation resource name of the only run that it works for; empty for any
 */
public record WorkerDescription(String id, int devices, String valuation) {}
