package dev.clade.lineage.ecosystem.network.coreperiphery;

import java.util.BitSet;

/**
 * How far two cores of the same network agree.
 *
 * @param jaccard members of both / members of either, 0 to 1; NaN when both are empty
 * @param kappa Cohen's κ (1960): agreement on all nodes beyond what chance would have, at most 1;
 *     NaN when chance cannot but agree
 */
public record CoreAgreement(double jaccard, double kappa) {
  /** Returns the agreement of two cores among a number of nodes. */
  static CoreAgreement of(BitSet left, BitSet right, int nodes) {
    BitSet both = (BitSet) left.clone();
    both.and(right);
    double shared = both.cardinality();
    double leftShare = left.cardinality() / (double) nodes;
    double rightShare = right.cardinality() / (double) nodes;
    double either = left.cardinality() + right.cardinality() - shared;
    double observed = (nodes - either + shared) / nodes;
    double expected = leftShare * rightShare + (1 - leftShare) * (1 - rightShare);
    return new CoreAgreement(shared / either, (observed - expected) / (1 - expected));
  }
}
