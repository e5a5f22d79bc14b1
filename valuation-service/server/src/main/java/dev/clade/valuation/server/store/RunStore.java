package dev.clade.valuation.server.store;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.Looks;
import dev.clade.valuation.server.domain.NewRun;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.domain.RunSpec;
import dev.clade.valuation.server.domain.Subject;
import dev.clade.valuation.server.domain.TrainerSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Runs and their plans. */
@ApplicationScoped
public class RunStore {
  private static final String INSERT =
      """
      INSERT INTO valuation.valuation (
        id, request_id, image_set, contributor_set, contributors, training_steps, batch_size,
        hidden_units, learning_rate, generated_image_count, sampling_steps, training_method,
        finetuning_steps, removed_share, denoiser, channels, custom_trainer, parameter_names,
        parameter_values, utility, estimator, coalition_budget, replicate_count, seed, priority,
        share, budget_evaluations, budget_device_hours, budget_cost, precision_target,
        precision_amount, next_look, reuse, price_currency, price_device_hour, kind, traceparent)
      VALUES (
        $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,
        $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37)
      ON CONFLICT (request_id) DO NOTHING
      """;

  private static final String OPEN_ACCOUNT =
      "INSERT INTO valuation.account (valuation) VALUES ($1)";

  /** Plans replicate by replicate, so that first values need one replicate only. */
  private static final String PLAN =
      """
      INSERT INTO valuation.evaluation (valuation, position, coalition, replicate)
      SELECT $1, replicate * cardinality($2::bytea[]) + place - 1, coalition, replicate
      FROM unnest($2::bytea[]) WITH ORDINALITY AS coalitions (coalition, place)
      CROSS JOIN generate_series(0, $3 - 1) AS replicate
      """;

  private final Pool pool;

  private final RunCloser closer;

  @Inject
  RunStore(Pool pool, RunCloser closer) {
    this.pool = pool;
    this.closer = closer;
  }

  /**
   * Stores a run with its plan, both or neither, and returns it; or returns the run that the same
   * request id made before, whatever its specification.
   *
   * @param ending decides how the run ends when all of its plan is taken over from others
   */
  public Uni<Run> create(NewRun run, RunEnding ending) {
    UUID id = UUID.randomUUID();
    return pool.withTransaction(
        transaction ->
            transaction
                .preparedQuery(INSERT)
                .execute(tuple(id, run))
                .flatMap(
                    inserted ->
                        inserted.rowCount() == 0
                            ? Uni.createFrom().voidItem()
                            : plan(transaction, id, run)
                                .flatMap(_ -> takeOver(transaction, id, run, ending)))
                .flatMap(_ -> one(transaction, "WHERE v.request_id = $1", run.requestId()))
                .map(Optional::orElseThrow));
  }

  /** Returns a run with its progress and, when it succeeded, its values. */
  public Uni<Optional<Run>> find(UUID id) {
    return find(pool, id);
  }

  /** As {@link #find(UUID)}, in a transaction. */
  static Uni<Optional<Run>> find(SqlClient client, UUID id) {
    return one(client, "WHERE v.id = $1", id);
  }

  /** Returns runs, the newest first. */
  public Uni<List<Run>> newest(int limit) {
    return list("ORDER BY v.create_time DESC, v.id DESC LIMIT $1", Tuple.of(limit));
  }

  /** Returns the runs that come after one when the newest is first. */
  public Uni<List<Run>> newest(int limit, Instant createTime, UUID id) {
    return list(
        "WHERE (v.create_time, v.id) < ($2, $3) ORDER BY v.create_time DESC, v.id DESC LIMIT $1",
        Tuple.of(limit, createTime.atOffset(ZoneOffset.UTC), id));
  }

  private Uni<List<Run>> list(String condition, Tuple parameters) {
    return pool.preparedQuery(RunRows.SELECT + condition)
        .execute(parameters)
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(RunRows::run).toList());
  }

  private static Uni<Optional<Run>> one(SqlClient client, String condition, UUID key) {
    return client
        .preparedQuery(RunRows.SELECT + condition)
        .execute(Tuple.of(key))
        .map(
            rows -> {
              RowIterator<io.vertx.mutiny.sqlclient.Row> iterator = rows.iterator();
              return iterator.hasNext()
                  ? Optional.of(RunRows.run(iterator.next()))
                  : Optional.empty();
            });
  }

  private static Uni<Void> plan(SqlClient client, UUID id, NewRun run) {
    Buffer[] coalitions =
        run.coalitions().stream()
            .map(Coalition::toBytes)
            .map(Buffer::buffer)
            .toArray(Buffer[]::new);
    return client
        .preparedQuery(PLAN)
        .execute(Tuple.of(id, coalitions, run.spec().replicateCount()))
        .flatMap(_ -> client.preparedQuery(OPEN_ACCOUNT).execute(Tuple.of(id)))
        .replaceWithVoid();
  }

  private Uni<Void> takeOver(SqlConnection transaction, UUID id, NewRun run, RunEnding ending) {
    return run.spec().reuse()
        ? ReusedEvaluations.takeOver(transaction, id, run.spec())
            .flatMap(_ -> closer.closeIfComplete(transaction, id, "", ending))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private static Tuple tuple(UUID id, NewRun run) {
    RunSpec spec = run.spec();
    Tuple tuple = Tuple.tuple().addUUID(id).addUUID(run.requestId());
    boolean images = spec.subject().kind() == Subject.Kind.IMAGE_SET;
    tuple
        .addString(images ? spec.subject().id() : null)
        .addString(images ? null : spec.subject().id())
        .addArrayOfString(run.contributors().toArray(String[]::new));
    addTrainer(tuple, spec.trainer());
    tuple
        .addString(spec.utility())
        .addString(spec.estimator().name())
        .addInteger(spec.coalitionBudget())
        .addInteger(spec.replicateCount())
        .addLong(spec.seed())
        .addInteger(spec.priority())
        .addDouble(spec.share());
    addBudget(tuple, spec.budget());
    return tuple
        .addString(spec.precision().map(target -> target.kind().name()).orElse(null))
        .addDouble(spec.precision().map(PrecisionTarget::amount).orElse(null))
        .addInteger(Looks.of(spec).after(0).orElse(null))
        .addBoolean(spec.reuse())
        .addString(run.price().map(Price::currency).orElse(null))
        .addValue(run.price().map(Price::deviceHour).orElse(null))
        .addString(spec.kind())
        .addString(run.traceparent());
  }

  private static void addTrainer(Tuple tuple, TrainerSettings trainer) {
    tuple
        .addInteger(trainer.trainingSteps())
        .addInteger(trainer.batchSize())
        .addInteger(trainer.hiddenUnits())
        .addDouble(trainer.learningRate())
        .addInteger(trainer.generatedImageCount())
        .addInteger(trainer.samplingSteps())
        .addString(trainer.method().name())
        .addInteger(trainer.finetuningSteps())
        .addDouble(trainer.removedShare())
        .addString(trainer.denoiser().name())
        .addInteger(trainer.channels())
        .addString(trainer.custom())
        .addArrayOfString(trainer.parameters().keySet().toArray(String[]::new))
        .addArrayOfString(trainer.parameters().values().toArray(String[]::new));
  }

  /** Adds the three limits of a budget, null where there is none. */
  static void addBudget(Tuple tuple, Budget budget) {
    tuple
        .addInteger(budget.evaluations().orElse(null))
        .addDouble(budget.deviceHours().orElse(null))
        .addValue(budget.cost().orElse(null));
  }
}
