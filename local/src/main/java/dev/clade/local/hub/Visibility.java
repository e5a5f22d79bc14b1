package dev.clade.local.hub;

/** Who sees that a repository is there. */
public enum Visibility {
  /** Everybody. */
  PUBLIC,
  /** Everybody sees that it is there, listed as disabled, and nobody is given anything of it. */
  DISABLED,
  /**
   * Nobody but its owner: it is listed no more, and to all others the hub answers as if it were not
   * there.
   */
  PRIVATE
}
