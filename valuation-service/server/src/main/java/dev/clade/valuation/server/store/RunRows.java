package dev.clade.valuation.server.store;

import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.ByteString;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.Denoiser;
import dev.clade.valuation.server.domain.FailedEvaluation;
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
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads runs from rows. */
final class RunRows {
  /** Selects what {@link #run} reads; a WHERE, with the run as {@code v}, may follow. */
  static final String SELECT =
      """
      SELECT v.*, p.*, u.*, f.*, x.*
      FROM valuation.valuation v
      JOIN valuation.account a ON a.valuation = v.id
      LEFT JOIN valuation.solution x ON x.valuation = v.id
      CROSS JOIN LATERAL (
        SELECT count(*) AS total,
               count(*) FILTER (WHERE e.state = 'DONE') AS done,
               count(*) FILTER (WHERE e.state = 'LEASED' AND e.lease_end >= now()) AS running,
               count(*) FILTER (WHERE e.state = 'FAILED') AS failed,
               (SELECT count(*) FROM valuation.lease l
                WHERE l.valuation = v.id AND l.outcome = 'LOST') AS losses
        FROM valuation.evaluation e WHERE e.valuation = v.id) p
      """
          + Accounts.OPEN
          + """
            CROSS JOIN LATERAL (
              SELECT a.leases, a.device_seconds + o.open_seconds AS used_seconds,
                     a.reused) u
            CROSS JOIN LATERAL (
              SELECT array_agg(e.coalition) AS failed_coalitions,
                     array_agg(e.replicate) AS failed_replicates,
                     array_agg(e.failures) AS failed_failures,
                     array_agg(e.losses) AS failed_losses,
                     array_agg(e.last_failure) AS failed_messages
              FROM (
                SELECT coalition, replicate, failures, losses, last_failure
                FROM valuation.evaluation WHERE valuation = v.id AND state = 'FAILED'
                ORDER BY coalition, replicate LIMIT 100) e) f
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
        failed(row),
        new Usage(
            row.getInteger("leases"), row.getDouble("used_seconds"), row.getInteger("reused")),
        price(row),
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
        budget(row),
        Optional.ofNullable(row.getString("precision_target"))
            .map(PrecisionTarget.Kind::valueOf)
            .map(kind -> new PrecisionTarget(kind, row.getDouble("precision_amount"))),
        row.getBoolean("reuse"));
  }

  static Budget budget(Row row) {
    return new Budget(
        Optional.ofNullable(row.getInteger("budget_evaluations")),
        Optional.ofNullable(row.getDouble("budget_device_hours")),
        Optional.ofNullable(row.getBigDecimal("budget_cost")));
  }

  static Optional<Price> price(Row row) {
    return Optional.ofNullable(row.getString("price_currency"))
        .map(currency -> new Price(currency, row.getBigDecimal("price_device_hour")));
  }

  private static List<FailedEvaluation> failed(Row row) {
    Integer[] replicates = row.getArrayOfIntegers("failed_replicates");
    if (replicates == null) {
      return List.of();
    }
    Buffer[] coalitions = row.getDelegate().getArrayOfBuffers("failed_coalitions");
    Integer[] failures = row.getArrayOfIntegers("failed_failures");
    Integer[] losses = row.getArrayOfIntegers("failed_losses");
    String[] messages = row.getArrayOfStrings("failed_messages");
    return IntStream.range(0, replicates.length)
        .mapToObj(
            i ->
                new FailedEvaluation(
                    ByteString.copyFrom(coalitions[i].getBytes()),
                    replicates[i],
                    failures[i],
                    losses[i],
                    messages[i]))
        .toList();
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
