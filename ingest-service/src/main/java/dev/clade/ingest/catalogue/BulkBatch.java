package dev.clade.ingest.catalogue;

import java.util.List;

/**
 * Successive rows of successive artifacts.
 *
 * @param rows at least one
 * @param through name up to which the reader has all rows of all artifacts; empty before any
 */
public record BulkBatch<T>(List<T> rows, String through) {}
