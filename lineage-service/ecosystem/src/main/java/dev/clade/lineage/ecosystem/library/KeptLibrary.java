package dev.clade.lineage.ecosystem.library;

/**
 * How often a library of a model is one of those derived from it directly.
 *
 * @param library its tag
 * @param derivations how many derivations have a base with it and a derived model with any library
 * @param kept in how many of them the derived model has it, too
 * @param descendants how many models with a base have it, each counted once
 * @param descendantsOfSeveral how many of those have another library besides
 */
public record KeptLibrary(
    String library, long derivations, long kept, long descendants, long descendantsOfSeveral) {
  /** Returns the share of derivations in which it is kept, 0 to 1; NaN without any. */
  public double share() {
    return kept / (double) derivations;
  }
}
