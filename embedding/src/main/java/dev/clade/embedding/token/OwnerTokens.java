package dev.clade.embedding.token;

import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Locale;

/** Owners as tokens; those that were seen too seldom to learn from share token 0. */
public final class OwnerTokens {
  /** How many buckets there are. */
  public static final int BUCKETS = 1 << 16;

  /** How often an owner must have been seen to have a token of its own. */
  public static final int FEWEST = 3;

  /** The token of those that were seen less often. */
  public static final int UNKNOWN = 0;

  private OwnerTokens() {}

  /** Returns the token that an owner has if it is known, never 0. */
  public static int hash(String owner) {
    return Math.max(1, TokenHash.bucket(owner.toLowerCase(Locale.ROOT), BUCKETS));
  }

  /** Returns the token of an owner. */
  public static int of(String owner, IntSet known) {
    int token = hash(owner);
    return known.contains(token) ? token : UNKNOWN;
  }
}
