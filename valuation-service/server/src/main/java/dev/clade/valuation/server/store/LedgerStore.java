package dev.clade.valuation.server.store;

import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.ByteString;
import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.server.domain.DoneEvaluation;
import dev.clade.valuation.server.domain.LedgerRow;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.domain.Run;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What trainings gave: rows are added and never changed. */
@ApplicationScoped
public class LedgerStore {
  /**
   * A row is later than every payout before it, also when the clock was set back since: a payout is
   * of the rows until its time.
   */
  private static final String INSERT =
      """
      INSERT INTO valuation.ledger (
        valuation, coalition, replicate, utility_names, utility_values, reference_hash,
        duration_seconds, worker, position, create_time)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, greatest(clock_timestamp(), (
        SELECT max(create_time) + interval '1 microsecond'
        FROM valuation.payout WHERE valuation = $1)))
      """;

  private static final String DONE =
      """
      UPDATE valuation.evaluation SET state = 'DONE', lease = NULL, lease_end = NULL
      WHERE valuation = $1 AND position = ANY ($2)
      """;

  private static final String FIX_REFERENCE =
      "UPDATE valuation.valuation SET reference_hash = $2 WHERE id = $1";

  private static final String UTILITY =
      """
      SELECT coalition, replicate, utility_values[array_position(utility_names, $2)] AS utility
      FROM valuation.ledger WHERE valuation = $1 AND position < $3
      """;

  private static final String PAGE =
      """
      SELECT * FROM valuation.ledger
      WHERE valuation = $1 AND (coalition, replicate) > ($2, $3)
      ORDER BY coalition, replicate LIMIT $4
      """;

  private final Pool pool;

  @Inject
  LedgerStore(Pool pool) {
    this.pool = pool;
  }

  /** Returns the run's utility of every evaluation in the ledger. */
  public Uni<UtilityTable> table(Run run) {
    return table(pool, run, run.spec().planLength());
  }

  /** As {@link #table(Run)}, in a transaction, of the evaluations of smaller positions alone. */
  static Uni<UtilityTable> table(SqlClient client, Run run, int positions) {
    int players = run.contributors().size();
    return client
        .preparedQuery(UTILITY)
        .execute(Tuple.of(run.id(), run.spec().utility(), positions))
        .map(
            rows -> {
              UtilityTable.Builder table = UtilityTable.builder(players);
              rows.forEach(
                  row ->
                      table.add(
                          Coalition.fromBytes(players, row.getBuffer("coalition").getBytes()),
                          row.getInteger("replicate"),
                          row.getDouble("utility")));
              return table.build();
            });
  }

  /**
   * Returns rows by coalition and replicate.
   *
   * @param coalition of the row before the first one wanted; empty, with replicate -1, for the
   *     first
   */
  public Uni<List<LedgerRow>> page(UUID run, ByteString coalition, int replicate, int limit) {
    return pool.preparedQuery(PAGE)
        .execute(
            Tuple.tuple()
                .addUUID(run)
                .addBuffer(Buffer.buffer(coalition.toByteArray()))
                .addInteger(replicate)
                .addInteger(limit))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(LedgerStore::row).toList());
  }

  /** Returns all rows of a run, in a transaction. */
  static Uni<List<LedgerRow>> rows(SqlClient client, UUID run) {
    return client
        .preparedQuery("SELECT * FROM valuation.ledger WHERE valuation = $1")
        .execute(Tuple.of(run))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(LedgerStore::row).toList());
  }

  /**
   * Adds rows and notes their evaluations as done, in a transaction that has made sure that neither
   * was so before.
   *
   * @param reference reference hash of the run's earlier rows; nothing when these are the first
   * @param evaluations at least one, by their positions
   * @param worker who did them
   */
  static Uni<Void> add(
      SqlClient client,
      UUID run,
      Optional<String> reference,
      SortedMap<Integer, DoneEvaluation> evaluations,
      String worker) {
    Uni<Void> fixed =
        reference.isPresent()
            ? Uni.createFrom().voidItem()
            : client
                .preparedQuery(FIX_REFERENCE)
                .execute(
                    Tuple.of(run, evaluations.firstEntry().getValue().result().referenceHash()))
                .replaceWithVoid();
    return fixed
        .flatMap(
            _ ->
                client
                    .preparedQuery(INSERT)
                    .executeBatch(
                        evaluations.entrySet().stream()
                            .map(each -> tuple(run, each.getKey(), each.getValue(), worker))
                            .toList()))
        .flatMap(
            _ ->
                client
                    .preparedQuery(DONE)
                    .execute(Tuple.of(run, evaluations.keySet().toArray(Integer[]::new))))
        .replaceWithVoid();
  }

  private static Tuple tuple(UUID run, int position, DoneEvaluation evaluation, String worker) {
    Report.Result result = evaluation.result();
    return Tuple.tuple()
        .addUUID(run)
        .addBuffer(Buffer.buffer(evaluation.coalition().toByteArray()))
        .addInteger(evaluation.replicate())
        .addArrayOfString(result.utilities().keySet().toArray(String[]::new))
        .addArrayOfDouble(result.utilities().values().toArray(Double[]::new))
        .addString(result.referenceHash())
        .addDouble(result.durationSeconds())
        .addString(worker)
        .addInteger(position);
  }

  static LedgerRow row(Row row) {
    String[] names = row.getArrayOfStrings("utility_names");
    Double[] values = row.getArrayOfDoubles("utility_values");
    ImmutableSortedMap.Builder<String, Double> utilities = ImmutableSortedMap.naturalOrder();
    for (int i = 0; i < names.length; i++) {
      utilities.put(names[i], values[i]);
    }
    return new LedgerRow(
        ByteString.copyFrom(row.getBuffer("coalition").getBytes()),
        row.getInteger("replicate"),
        utilities.buildOrThrow(),
        row.getString("reference_hash"),
        row.getDouble("duration_seconds"),
        row.getString("worker"),
        row.getOffsetDateTime("create_time").toInstant(),
        row.getInteger("position"),
        Optional.ofNullable(row.getUUID("reused_from")));
  }
}
