package dev.clade.valuation.worker.metric;

/**
 * What one sample of generated images measures, which all utilities are computed from.
 *
 * @param frechet Fréchet distance to the reference, at least 0
 * @param frechetOfLargeSample the same extrapolated to an endless sample; may be negative
 * @param kernel kernel distance to the reference
 * @param neighbourhoods precision, recall, density and coverage
 * @param labels what the reference classifier says of the images
 */
public record SampleMeasurement(
    double frechet,
    double frechetOfLargeSample,
    KernelDistance kernel,
    Neighbourhoods neighbourhoods,
    LabelDistribution labels) {}
