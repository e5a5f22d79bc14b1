package dev.clade.valuation.study.split;

import dev.clade.valuation.study.data.LabelledImages;

/**
 * What a contributor brings.
 *
 * @param name who it is
 * @param character what is known of it
 * @param images what it brings
 */
public record Contribution(String name, Character character, LabelledImages images) {
  /** What is known of a contributor before anything is computed. */
  public enum Character {
    /** Brings good images. */
    HONEST,
    /** Brings images with noise added. */
    NOISY,
    /** Brings good images with wrong labels. */
    MISLABELLED,
    /** Brings the same few images over and over. */
    REPETITIVE,
    /** Brings what another brings as well. */
    COPY,
    /** Brings nothing. */
    EMPTY
  }
}
