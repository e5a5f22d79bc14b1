package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CounterRandom;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * The independent units of a table, in a random order: pairs of complementary coalitions, and
 * coalitions whose complement is not known. The empty and the grand coalition are in every part.
 */
final class PairUnits {
  private final UtilityTable table;
  private final Map<Coalition, Integer> units;

  private PairUnits(UtilityTable table, Map<Coalition, Integer> units) {
    this.table = table;
    this.units = units;
  }

  /** Returns the units of a table. */
  static PairUnits of(UtilityTable table) {
    Map<Coalition, Integer> units = new LinkedHashMap<>();
    table.forEach(
        (coalition, _) -> {
          if (!isEndpoint(coalition)) {
            units.putIfAbsent(half(coalition), units.size());
          }
        });
    return new PairUnits(table, units);
  }

  int count() {
    return units.size();
  }

  /** Returns the units in an order that depends on the numbers drawn only. */
  PairUnits shuffled(SplittableRandom random) {
    int[] order = CounterRandom.order(units.size(), random);
    Map<Coalition, Integer> shuffled = new HashMap<>();
    units.forEach((half, place) -> shuffled.put(half, order[place]));
    return new PairUnits(table, shuffled);
  }

  /** Returns the table of the endpoints and of the units at some places. */
  UtilityTable at(IntPredicate places) {
    return table.filter(each -> isEndpoint(each) || places.test(units.get(half(each))));
  }

  /** Tells whether a coalition is the empty or the grand one. */
  static boolean isEndpoint(Coalition coalition) {
    return coalition.size() == 0 || coalition.size() == coalition.playerCount();
  }

  /** Returns the half that names a pair, whether or not the table has it. */
  private static Coalition half(Coalition coalition) {
    Coalition complement = coalition.complement();
    return complement.compareTo(coalition) < 0 ? complement : coalition;
  }
}
