package dev.clade.valuation.worker.lease;

import java.util.BitSet;

/** What a lease is for. */
public sealed interface Work permits ImageWork, RepositoryWork {
  /** Returns the contributors that take part, as bits. */
  BitSet coalition();

  /** Returns the number of the training seed, from 0. */
  int replicate();
}
