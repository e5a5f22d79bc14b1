package dev.clade.valuation.server.domain;

/**
 * Whom a run values.
 *
 * @param kind what names them
 * @param id of the image set or the contributor set
 */
public record Subject(Kind kind, String id) {
  /** What names contributors. */
  public enum Kind {
    /** An image set, which the service keeps. */
    IMAGE_SET,
    /** A list of contributors whose data only workers know. */
    CONTRIBUTOR_SET
  }
}
