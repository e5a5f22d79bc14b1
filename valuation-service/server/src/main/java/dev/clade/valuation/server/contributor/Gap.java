package dev.clade.valuation.server.contributor;

import java.util.List;

/**
 * Something that a proposal lacks, or that is doubtful about it.
 *
 * @param kind what it is
 * @param artifact resource name of what it is about
 * @param message the same in words
 * @param related resource names of who is concerned
 */
public record Gap(Kind kind, String artifact, String message, List<String> related) {
  private static final int MOST_RELATED = 20;

  /** Kinds of gaps, named as in the contract. */
  public enum Kind {
    /** A model declares no dataset. */
    NO_DATASETS_DECLARED,
    /** A base model is not in the catalogue. */
    MODEL_NOT_CATALOGUED,
    /** A dataset is not in the catalogue. */
    DATASET_NOT_CATALOGUED,
    /** Names of other artifacts differ in case only. */
    NAME_AMBIGUOUS,
    /** A dataset can be had by some. */
    DATASET_GATED,
    /** A dataset can be had by its owner. */
    DATASET_WITHHELD,
    /** A dataset can be had by nobody. */
    DATASET_DELETED,
    /** There may be more beyond an artifact. */
    TRUNCATED,
    /** A contributor is one too many. */
    TOO_MANY_CONTRIBUTORS
  }

  /** Keeps the first of the related artifacts. */
  public Gap {
    related = related.stream().limit(MOST_RELATED).toList();
  }
}
