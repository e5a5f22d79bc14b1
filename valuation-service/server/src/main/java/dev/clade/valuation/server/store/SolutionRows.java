package dev.clade.valuation.server.store;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

/** Reads and writes the values of runs. */
final class SolutionRows {
  private static final String INSERT =
      """
      INSERT INTO valuation.solution (
        valuation, shapley_values, standard_errors, lower_ends, upper_ends, ranks, empty_utility,
        grand_utility, efficiency_gap, seed_standard_deviation, coalition_count, matrix_rank,
        condition_number, position_count)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
      """;

  private SolutionRows() {}

  /**
   * Stores values.
   *
   * @param positionCount evaluations of the plan that they come from: those of smaller positions
   */
  static Uni<Void> insert(SqlClient client, UUID run, Solution solution, int positionCount) {
    Diagnostics diagnostics = solution.diagnostics();
    List<PlayerValue> values = solution.values();
    return client
        .preparedQuery(INSERT)
        .execute(
            Tuple.tuple()
                .addUUID(run)
                .addArrayOfDouble(column(values, PlayerValue::value))
                .addArrayOfDouble(column(values, PlayerValue::standardError))
                .addArrayOfDouble(column(values, PlayerValue::lower))
                .addArrayOfDouble(column(values, PlayerValue::upper))
                .addArrayOfInteger(values.stream().map(PlayerValue::rank).toArray(Integer[]::new))
                .addDouble(diagnostics.emptyUtility())
                .addDouble(diagnostics.grandUtility())
                .addDouble(diagnostics.efficiencyGap())
                .addDouble(diagnostics.seedStandardDeviation())
                .addInteger(diagnostics.coalitionCount())
                .addInteger(diagnostics.rank())
                .addDouble(diagnostics.conditionNumber())
                .addInteger(positionCount))
        .replaceWithVoid();
  }

  /** Returns the values that a row of a run was joined with, if any. */
  static Optional<Solution> solution(Row row) {
    Double[] values = row.getArrayOfDoubles("shapley_values");
    if (values == null) {
      return Optional.empty();
    }
    Double[] errors = row.getArrayOfDoubles("standard_errors");
    Double[] lower = row.getArrayOfDoubles("lower_ends");
    Double[] upper = row.getArrayOfDoubles("upper_ends");
    Integer[] ranks = row.getArrayOfIntegers("ranks");
    List<PlayerValue> players = new ArrayList<>(values.length);
    for (int i = 0; i < values.length; i++) {
      players.add(new PlayerValue(values[i], errors[i], lower[i], upper[i], ranks[i]));
    }
    return Optional.of(
        new Solution(
            players,
            new Diagnostics(
                row.getDouble("empty_utility"),
                row.getDouble("grand_utility"),
                row.getDouble("efficiency_gap"),
                row.getDouble("seed_standard_deviation"),
                row.getInteger("coalition_count"),
                row.getInteger("matrix_rank"),
                row.getDouble("condition_number"))));
  }

  private static Double[] column(List<PlayerValue> values, ToDoubleFunction<PlayerValue> of) {
    return values.stream().mapToDouble(of).boxed().toArray(Double[]::new);
  }
}
