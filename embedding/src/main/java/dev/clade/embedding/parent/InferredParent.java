package dev.clade.embedding.parent;

/**
 * A parent that was inferred.
 *
 * @param child a row
 * @param parent a row
 * @param state how sure it is
 * @param probability calibrated, 0 to 1
 * @param score of the regression, a logit
 * @param evidence features of the pair, in the order of {@link PairFeatures}
 */
public record InferredParent(
    int child,
    int parent,
    ParentState state,
    double probability,
    double score,
    double[] evidence) {}
