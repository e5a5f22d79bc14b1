package dev.clade.runtime.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller may do. */
public enum Role {
  /** Reads the catalogue, the graph, reports, runs and payouts. */
  READER,
  /** Uploads, starts, pauses and ends imports; reads as well. */
  IMPORTER,
  /** Starts and ends runs and makes payouts; reads as well. */
  VALUER,
  /** Evaluates coalitions for runs, and nothing else. */
  WORKER;

  /** Returns how tokens name it, such as {@code reader}. */
  public String claim() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the role that tokens name so, or nothing when none of Clade's is. */
  public static Optional<Role> ofClaim(String claim) {
    return Arrays.stream(values()).filter(role -> role.claim().equals(claim)).findFirst();
  }

  /** Returns whether who has this role may do what another one is needed for. */
  public boolean covers(Role needed) {
    return this == needed || needed == READER && this != WORKER;
  }
}
