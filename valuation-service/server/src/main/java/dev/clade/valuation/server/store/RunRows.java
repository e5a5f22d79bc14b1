package dev.clade.valuation.server.store;

import dev.clade.valuation.server.domain.EstimatorKind;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.domain.TrainerSettings;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads runs from rows. */
final class RunRows {
  /** Selects what {@link #run} reads; a WHERE, with the run as {@code v}, may follow. */
  static final String SELECT =
      """
      SELECT v.*, s.contributors, p.*, x.*
      FROM valuation.valuation v
      JOIN valuation.image_set s ON s.id = v.image_set
      LEFT JOIN valuation.solution x ON x.valuation = v.id
      CROSS JOIN LATERAL (
        SELECT count(*) AS total,
               count(*) FILTER (WHERE e.state = 'DONE') AS done,
               count(*) FILTER (WHERE e.state = 'LEASED' AND e.lease_end >= now()) AS running,
               count(*) FILTER (WHERE e.state = 'FAILED') AS failed,
               coalesce(sum(e.losses), 0) AS losses
        FROM valuation.evaluation e WHERE e.valuation = v.id) p
      """;

  private static final String ACTIVE = "ACTIVE";

  private RunRows() {}

  static Run run(Row row) {
    Progress progress =
        new Progress(
            row.getInteger("total"),
            row.getInteger("done"),
            row.getInteger("running"),
            row.getInteger("failed"),
            row.getInteger("losses"));
    return new Run(
        row.getUUID("id"),
        spec(row),
        List.of(row.getArrayOfStrings("contributors")),
        state(row.getString("state"), progress),
        progress,
        SolutionRows.solution(row),
        row.getString("failure"),
        row.getOffsetDateTime("create_time").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("end_time")).map(OffsetDateTime::toInstant));
  }

  static RunSpec spec(Row row) {
    return new RunSpec(
        row.getString("image_set"),
        new TrainerSettings(
            row.getInteger("training_steps"),
            row.getInteger("batch_size"),
            row.getInteger("hidden_units"),
            row.getDouble("learning_rate"),
            row.getInteger("generated_image_count"),
            row.getInteger("sampling_steps")),
        row.getString("utility"),
        EstimatorKind.valueOf(row.getString("estimator")),
        row.getInteger("coalition_budget"),
        row.getInteger("replicate_count"),
        row.getLong("seed"));
  }

  private static RunState state(String stored, Progress progress) {
    if (!stored.equals(ACTIVE)) {
      return RunState.valueOf(stored);
    }
    return progress.hasBegun() ? RunState.RUNNING : RunState.PENDING;
  }
}
