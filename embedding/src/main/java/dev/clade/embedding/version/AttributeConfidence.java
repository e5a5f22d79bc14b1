package dev.clade.embedding.version;

import dev.clade.embedding.parent.IsotonicCalibration;

/**
 * How an attribute is suggested: by votes of the nearest neighbours that declare it.
 *
 * @param attribute name of its column of labels, as {@link dev.clade.embedding.making.Labels} has
 *     it
 * @param calibration from the share of votes that a value has, 0 to 1, to how often it is right
 */
public record AttributeConfidence(String attribute, IsotonicCalibration calibration) {}
