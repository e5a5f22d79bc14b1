package dev.clade.lineage.ecosystem.powerlaw;

/** A distribution of the whole numbers from some smallest one on. */
public sealed interface TailModel permits PowerLaw, LognormalTail, GeometricTail {
  /** Returns the smallest number that the distribution has, at least 1. */
  long xmin();

  /** Returns the natural logarithm of the probability of a number at least xmin. */
  double logProbability(long x);
}
