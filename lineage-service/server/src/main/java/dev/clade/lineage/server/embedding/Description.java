package dev.clade.lineage.server.embedding;

import java.util.SortedMap;

/**
 * What the trainer tells of a version.
 *
 * @param featureSet id of what it was trained on and encodes
 * @param valuation the run that trained it, such as {@code valuations/{id}}; may be empty
 * @param metrics what was measured of it by name
 */
public record Description(String featureSet, String valuation, SortedMap<String, Double> metrics) {}
