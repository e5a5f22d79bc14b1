package dev.clade.local.system;

/** How often tests break something: a few times, or as the property {@code clade.rounds} says. */
final class Rounds {
  private static final int FEW = 3;

  private Rounds() {}

  static int count() {
    return Integer.getInteger("clade.rounds", FEW);
  }
}
