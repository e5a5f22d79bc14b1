package dev.clade.valuation.game;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Utilities by coalition and replicate: all that an estimator sees of a ledger. Immutable; what it
 * holds does not depend on the order in which rows were added.
 */
public final class UtilityTable {
  private final int playerCount;
  private final SortedMap<Coalition, Utilities> rows;

  private UtilityTable(int playerCount, SortedMap<Coalition, Utilities> rows) {
    this.playerCount = playerCount;
    this.rows = rows;
  }

  /** Returns a builder for a game of so many players. */
  public static Builder builder(int playerCount) {
    return new Builder(playerCount);
  }

  /** Returns how many players the game has. */
  public int playerCount() {
    return playerCount;
  }

  /**
   * Checks that the table is of a game of so many players.
   *
   * @throws IllegalArgumentException when it is not
   */
  public void requirePlayers(int expected) {
    if (playerCount != expected) {
      throw new IllegalArgumentException(
          "table is of a game of %d players, not %d".formatted(playerCount, expected));
    }
  }

  /** Tells whether the empty and the grand coalition are known, which every value rests on. */
  public boolean hasEndpoints() {
    return has(Coalition.empty(playerCount)) && has(Coalition.grand(playerCount));
  }

  /**
   * Returns the mean utility of the empty coalition.
   *
   * @throws java.util.NoSuchElementException when it is not known
   */
  public double empty() {
    return mean(Coalition.empty(playerCount));
  }

  /**
   * Returns the mean utility of the grand coalition.
   *
   * @throws java.util.NoSuchElementException when it is not known
   */
  public double grand() {
    return mean(Coalition.grand(playerCount));
  }

  /**
   * Returns the mean utility of a coalition.
   *
   * @throws java.util.NoSuchElementException when it is not known
   */
  public double mean(Coalition coalition) {
    return of(coalition).orElseThrow().mean();
  }

  /** Returns what is known of a coalition; nothing before its first replicate. */
  public Optional<Utilities> of(Coalition coalition) {
    return Optional.ofNullable(rows.get(coalition));
  }

  /** Tells whether at least one replicate of a coalition is known. */
  public boolean has(Coalition coalition) {
    return rows.containsKey(coalition);
  }

  /** Returns how many coalitions have at least one replicate. */
  public int coalitionCount() {
    return rows.size();
  }

  /** Visits the coalitions with at least one replicate, in their order. */
  public void forEach(BiConsumer<Coalition, Utilities> visitor) {
    rows.forEach(visitor);
  }

  /** Returns the table of those coalitions only that a test holds for. */
  public UtilityTable filter(Predicate<Coalition> test) {
    SortedMap<Coalition, Utilities> kept = new TreeMap<>(rows);
    kept.keySet().removeIf(test.negate());
    return new UtilityTable(playerCount, kept);
  }

  /**
   * Returns the table of a smaller game, whose coalitions some of this one's stand for.
   *
   * @param players how many players the smaller game has
   * @param standsFor which coalition of it one of this game stands for, if any; no two for the same
   */
  public UtilityTable part(int players, Function<Coalition, Optional<Coalition>> standsFor) {
    SortedMap<Coalition, Utilities> some = new TreeMap<>();
    rows.forEach(
        (coalition, utilities) ->
            standsFor.apply(coalition).ifPresent(other -> some.put(other, utilities)));
    return new UtilityTable(players, some);
  }

  /** Collects rows. */
  public static final class Builder {
    private final int playerCount;
    private final SortedMap<Coalition, SortedMap<Integer, Double>> rows = new TreeMap<>();

    private Builder(int playerCount) {
      this.playerCount = playerCount;
    }

    /**
     * Adds the utility of one training.
     *
     * @throws IllegalArgumentException when the coalition is of another game, the utility is not
     *     finite, or the table has the row
     */
    public Builder add(Coalition coalition, int replicate, double utility) {
      if (coalition.playerCount() != playerCount) {
        throw new IllegalArgumentException(
            "coalition is of a game of %d players, not %d"
                .formatted(coalition.playerCount(), playerCount));
      }
      if (!Double.isFinite(utility)) {
        throw new IllegalArgumentException("utility must be finite: " + utility);
      }
      if (rows.computeIfAbsent(coalition, _ -> new TreeMap<>()).putIfAbsent(replicate, utility)
          != null) {
        throw new IllegalArgumentException(
            "two rows of %s and replicate %d".formatted(coalition, replicate));
      }
      return this;
    }

    /** Returns the table of the rows so far. */
    public UtilityTable build() {
      SortedMap<Coalition, Utilities> summaries = new TreeMap<>();
      rows.forEach(
          (coalition, replicates) ->
              summaries.put(coalition, Utilities.of(List.copyOf(replicates.values()))));
      return new UtilityTable(playerCount, summaries);
    }
  }
}
