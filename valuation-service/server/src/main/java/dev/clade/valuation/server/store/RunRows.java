package dev.clade.valuation.server.store;

import com.google.common.collect.ImmutableSortedMap;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.Denoiser;
import dev.clade.valuation.server.domain.EstimatorKind;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.RunState;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.domain.TrainerSettings;
import dev.clade.valuation.server.domain.TrainingMethod;
import dev.clade.valuation.server.domain.Usage;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Reads runs from rows. */
final class RunRows {
  /** Selects what {@link #run} reads; a WHERE, with the run as {@code v}, may follow. */
  static final String SELECT =
      """
      SELECT v.*, p.*, u.*, x.*
      FROM valuation.valuation v
      JOIN valuation.account a ON a.valuation = v.id
      LEFT JOIN valuation.solution x ON x.valuation = v.id
      CROSS JOIN LATERAL (
        SELECT count(*) AS total,
               count(*) FILTER (WHERE e.state = 'DONE') AS done,
               count(*) FILTER (WHERE e.state = 'LEASED' AND e.lease_end >= now()) AS running,
               count(*) FILTER (WHERE e.state = 'FAILED') AS failed,
               coalesce(sum(e.losses), 0) AS losses
        FROM valuation.evaluation e WHERE e.valuation = v.id) p
      CROSS JOIN LATERAL (
        SELECT a.leases,
               a.device_seconds + coalesce((
                 SELECT sum(l.device_count * extract(epoch FROM now() - l.create_time))
                 FROM valuation.lease l
                 WHERE l.valuation = v.id AND l.end_time IS NULL)::double precision, 0)
                 AS used_seconds,
               (SELECT count(*) FROM valuation.ledger r
                WHERE r.valuation = v.id AND r.reused_from IS NOT NULL) AS reused) u
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
        new Usage(
            row.getInteger("leases"), row.getDouble("used_seconds"), row.getInteger("reused")),
        Optional.ofNullable(row.getString("price_currency"))
            .map(currency -> new Price(currency, row.getBigDecimal("price_device_hour"))),
        SolutionRows.solution(row),
        Optional.ofNullable(row.getInteger("position_count")).orElse(0),
        row.getString("failure"),
        row.getString("end_reason"),
        row.getOffsetDateTime("create_time").toInstant(),
        Optional.ofNullable(row.getOffsetDateTime("end_time")).map(OffsetDateTime::toInstant));
  }

  static RunSpec spec(Row row) {
    return new RunSpec(
        subject(row),
        trainer(row),
        row.getString("utility"),
        EstimatorKind.valueOf(row.getString("estimator")),
        row.getInteger("coalition_budget"),
        row.getInteger("replicate_count"),
        row.getLong("seed"),
        row.getInteger("priority"),
        row.getDouble("share"),
        new Budget(
            Optional.ofNullable(row.getInteger("budget_evaluations")),
            Optional.ofNullable(row.getDouble("budget_device_hours")),
            Optional.ofNullable(row.getBigDecimal("budget_cost"))),
        Optional.ofNullable(row.getString("precision_target"))
            .map(PrecisionTarget.Kind::valueOf)
            .map(kind -> new PrecisionTarget(kind, row.getDouble("precision_amount"))),
        row.getBoolean("reuse"));
  }

  private static Subject subject(Row row) {
    String imageSet = row.getString("image_set");
    return imageSet == null
        ? new Subject(Subject.Kind.CONTRIBUTOR_SET, row.getString("contributor_set"))
        : new Subject(Subject.Kind.IMAGE_SET, imageSet);
  }

  private static TrainerSettings trainer(Row row) {
    String[] names = row.getArrayOfStrings("parameter_names");
    String[] values = row.getArrayOfStrings("parameter_values");
    ImmutableSortedMap.Builder<String, String> parameters = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < names.length; i++) {
      parameters.put(names[i], values[i]);
    }
    return new TrainerSettings(
        row.getInteger("training_steps"),
        row.getInteger("batch_size"),
        row.getInteger("hidden_units"),
        row.getDouble("learning_rate"),
        row.getInteger("generated_image_count"),
        row.getInteger("sampling_steps"),
        TrainingMethod.valueOf(row.getString("training_method")),
        row.getInteger("finetuning_steps"),
        row.getDouble("removed_share"),
        Denoiser.valueOf(row.getString("denoiser")),
        row.getInteger("channels"),
        row.getString("custom_trainer"),
        parameters.buildOrThrow());
  }

  private static RunState state(String stored, Progress progress) {
    if (!stored.equals(ACTIVE)) {
      return RunState.valueOf(stored);
    }
    return progress.hasBegun() ? RunState.RUNNING : RunState.PENDING;
  }
}
