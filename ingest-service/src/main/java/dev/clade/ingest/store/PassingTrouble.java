package dev.clade.ingest.store;

import java.sql.SQLException;
import java.util.Set;

/** Tells trouble of the database that passes from a statement that will never succeed. */
public final class PassingTrouble {
  /**
   * SQLSTATE classes: connection (08), rolled back to be repeated (40), short of memory, disk or
   * connections (53), locked (55), stopped by its operator (57), trouble with its disks (58).
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "55", "57", "58");

  private PassingTrouble() {}

  /** Returns whether repeating may help. A failure without a state never reached the database. */
  public static boolean is(SQLException failure) {
    String state = failure.getSQLState();
    return state == null || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
