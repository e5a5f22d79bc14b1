package dev.clade.runtime.access;

/** What a method asks of its callers. */
sealed interface Requirement {
  /** Nothing: probes have no credentials. */
  record Open() implements Requirement {}

  /**
   * A role.
   *
   * @param role or one that covers it
   */
  record Needs(Role role) implements Requirement {}

  /** What nobody has: the method says nothing, so nobody may call it. */
  record Refused() implements Requirement {}
}
