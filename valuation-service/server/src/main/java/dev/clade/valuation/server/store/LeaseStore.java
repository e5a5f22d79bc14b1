package dev.clade.valuation.server.store;

import com.google.protobuf.ByteString;
import dev.clade.valuation.server.domain.Contender;
import dev.clade.valuation.server.domain.EvaluationTask;
import dev.clade.valuation.server.domain.FairQueue;
import dev.clade.valuation.server.domain.LeaseRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Leases of evaluations: who may work on what, and until when. Turns are given one at a time, by
 * who holds the row of {@code scheduler}.
 */
@ApplicationScoped
public class LeaseStore {
  private static final String LOCK_TURNS = "SELECT FROM valuation.scheduler FOR UPDATE";

  private static final String ACTIVE =
      """
      SELECT v.*, a.*, o.*, EXISTS (
        SELECT FROM valuation.evaluation e
        WHERE e.valuation = v.id AND e.state = 'QUEUED') AS queued
      FROM valuation.valuation v JOIN valuation.account a ON a.valuation = v.id
      """
          + Accounts.OPEN
          + "WHERE v.state = 'ACTIVE'";

  private static final String COMPARED =
      """
      UPDATE valuation.account a SET pass = c.pass, waiting = c.waiting
      FROM unnest($1::uuid[], $2::double precision[], $3::boolean[]) AS c (run, pass, waiting)
      WHERE a.valuation = c.run
      """;

  /**
   * What waits, divided among those who work and the one who asks; counted as far as it matters.
   */
  private static final String PART =
      """
      WITH workers AS (
        SELECT count(*) AS count FROM (
          SELECT worker FROM valuation.lease WHERE end_time IS NULL UNION SELECT $2) each)
      SELECT ceil(count(*)::double precision / (SELECT count FROM workers))::integer
      FROM (
        SELECT FROM valuation.evaluation WHERE valuation = $1 AND state = 'QUEUED'
        LIMIT $3::integer * (SELECT count FROM workers)) waiting
      """;

  /**
   * Takes the first evaluations that wait. One that is locked is being reported late, and is left.
   * The time is the clock's, for the turn may have been waited for.
   */
  private static final String TAKE =
      """
      WITH clock AS MATERIALIZED (SELECT clock_timestamp() AS time),
      next AS MATERIALIZED (
        SELECT e.position FROM valuation.evaluation e
        JOIN valuation.valuation v ON v.id = e.valuation AND v.state = 'ACTIVE'
        WHERE e.valuation = $1 AND e.state = 'QUEUED'
        ORDER BY e.position LIMIT $2 FOR UPDATE OF e SKIP LOCKED),
      given AS MATERIALIZED (SELECT position, gen_random_uuid() AS lease FROM next),
      taken AS (
        UPDATE valuation.evaluation e
        SET state = 'LEASED', lease = given.lease, attempts = attempts + 1,
            lease_end = clock.time + $6 * interval '1 second'
        FROM given, clock WHERE e.valuation = $1 AND e.position = given.position
        RETURNING e.position, e.coalition, e.replicate, e.attempts, e.lease),
      noted AS (
        INSERT INTO valuation.lease
          (id, valuation, position, worker, create_time, attempt, device_count, batch)
        SELECT taken.lease, $1, taken.position, $3, clock.time, taken.attempts, $4, $5
        FROM taken, clock),
      counted AS (
        UPDATE valuation.account
        SET leases = leases + (SELECT count(*) FROM taken),
            pass = $8 + (SELECT count(*) FROM taken) * $7::double precision, waiting = true
        WHERE valuation = $1 AND EXISTS (SELECT FROM taken))
      SELECT taken.*, v.* FROM taken JOIN valuation.valuation v ON v.id = $1
      ORDER BY taken.position
      """;

  /**
   * Who reports or ends an evaluation at the same time has it locked; that lease need not be
   * extended, and nobody waits.
   */
  private static final String RENEW =
      """
      WITH locked AS MATERIALIZED (
        SELECT e.valuation, e.position
        FROM valuation.lease l
        JOIN valuation.evaluation e ON e.valuation = l.valuation AND e.position = l.position
        WHERE l.id = ANY ($1) AND e.lease = l.id AND e.state = 'LEASED'
          AND e.lease_end >= clock_timestamp()
        FOR UPDATE OF e SKIP LOCKED),
      extended AS (
        UPDATE valuation.evaluation e
        SET lease_end = clock_timestamp() + $2 * interval '1 second'
        FROM locked WHERE e.valuation = locked.valuation AND e.position = locked.position)
      SELECT l.id
      FROM valuation.lease l
      JOIN valuation.evaluation e ON e.valuation = l.valuation AND e.position = l.position
      WHERE l.id = ANY ($1) AND e.lease = l.id AND e.state = 'LEASED'
        AND e.lease_end >= clock_timestamp()
      """;

  private static final String ELSEWHERE =
      """
      SELECT EXISTS (
        SELECT FROM valuation.lease WHERE id = ANY ($1) AND valuation <> $2)
      """;

  private static final String RUN_OF =
      """
      SELECT l.valuation
      FROM valuation.lease l
      JOIN valuation.evaluation e ON e.valuation = l.valuation AND e.position = l.position
      WHERE l.id = $1 AND e.lease = l.id AND e.state = 'LEASED'
        AND e.lease_end >= clock_timestamp()
      """;

  private final Pool pool;

  @Inject
  LeaseStore(Pool pool) {
    this.pool = pool;
  }

  /** Leases the evaluations that are next for a worker, in their order; none when none waits. */
  public Uni<List<EvaluationTask>> lease(LeaseRequest request, Duration duration) {
    return pool.withTransaction(
        transaction ->
            transaction
                .query(LOCK_TURNS)
                .execute()
                .flatMap(_ -> turn(transaction, request, duration, Set.of())));
  }

  /**
   * Extends leases.
   *
   * @return those that hold; the others have ended
   */
  public Uni<Set<UUID>> renew(Collection<UUID> leases, Duration duration) {
    return pool.preparedQuery(RENEW)
        .execute(Tuple.of(leases.toArray(UUID[]::new), seconds(duration)))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID("id"))
                    .collect(Collectors.toSet()));
  }

  /** Returns whether any of the leases, current or not, is of another run. */
  public Uni<Boolean> belongElsewhere(UUID run, List<UUID> leases) {
    return pool.preparedQuery(ELSEWHERE)
        .execute(Tuple.of(leases.toArray(UUID[]::new), run))
        .map(rows -> rows.iterator().next().getBoolean(0));
  }

  /** Returns the run that a lease is of; nothing when it has ended or never was. */
  public Uni<Optional<UUID>> runOf(UUID lease) {
    return pool.preparedQuery(RUN_OF)
        .execute(Tuple.of(lease))
        .map(
            rows ->
                StreamSupport.stream(rows.spliterator(), false)
                    .map(row -> row.getUUID("valuation"))
                    .findFirst());
  }

  /** Gives the next turn, leaving out runs that turned out to have nothing to give. */
  private static Uni<List<EvaluationTask>> turn(
      SqlConnection transaction, LeaseRequest request, Duration duration, Set<UUID> empty) {
    return transaction
        .preparedQuery(ACTIVE)
        .execute()
        .flatMap(
            rows -> {
              FairQueue queue =
                  new FairQueue(
                      StreamSupport.stream(rows.spliterator(), false)
                          .map(LeaseStore::contender)
                          .filter(each -> !empty.contains(each.run()))
                          .toList());
              return queue
                  .next(request)
                  .map(
                      next ->
                          give(transaction, next, request, duration)
                              .flatMap(
                                  tasks ->
                                      tasks.isEmpty()
                                          ? turn(
                                              transaction,
                                              request,
                                              duration,
                                              with(empty, next.run()))
                                          : note(transaction, queue, next).replaceWith(tasks)))
                  .orElseGet(() -> Uni.createFrom().item(List.of()));
            });
  }

  private static Set<UUID> with(Set<UUID> some, UUID another) {
    return Stream.concat(some.stream(), Stream.of(another)).collect(Collectors.toSet());
  }

  /**
   * Stores what the turn changed for the others. No account is updated twice in a transaction: the
   * second time PostgreSQL would check its reference, and so lock the row of the run.
   */
  private static Uni<Void> note(SqlConnection transaction, FairQueue queue, Contender given) {
    List<Contender> changed =
        queue.changed().stream().filter(each -> !each.run().equals(given.run())).toList();
    return changed.isEmpty()
        ? Uni.createFrom().voidItem()
        : transaction
            .preparedQuery(COMPARED)
            .execute(
                Tuple.of(
                    changed.stream().map(Contender::run).toArray(UUID[]::new),
                    changed.stream().map(Contender::pass).toArray(Double[]::new),
                    changed.stream().map(Contender::waiting).toArray(Boolean[]::new)))
            .replaceWithVoid();
  }

  private static Uni<List<EvaluationTask>> give(
      SqlConnection transaction, Contender run, LeaseRequest request, Duration duration) {
    UUID batch = UUID.randomUUID();
    return count(transaction, run, request)
        .call(() -> Accounts.lock(transaction, run.run()))
        .flatMap(
            count ->
                transaction
                    .preparedQuery(TAKE)
                    .execute(
                        Tuple.tuple()
                            .addUUID(run.run())
                            .addInteger(count)
                            .addString(request.worker())
                            .addInteger(request.deviceCount())
                            .addUUID(batch)
                            .addDouble(seconds(duration))
                            .addDouble(run.stride())
                            .addDouble(run.pass())))
        .map(
            rows -> StreamSupport.stream(rows.spliterator(), false).map(LeaseStore::task).toList());
  }

  private static Uni<Integer> count(
      SqlConnection transaction, Contender run, LeaseRequest request) {
    int most = Math.min(request.maxCount(), run.allowance().most());
    return most == 1
        ? Uni.createFrom().item(1)
        : transaction
            .preparedQuery(PART)
            .execute(Tuple.of(run.run(), request.worker(), most))
            .map(rows -> Math.min(most, rows.iterator().next().getInteger(0)));
  }

  private static Contender contender(Row row) {
    return new Contender(
        row.getUUID("id"),
        row.getInteger("priority"),
        row.getDouble("share"),
        row.getString("custom_trainer"),
        row.getOffsetDateTime("create_time").toInstant(),
        row.getDouble("pass"),
        row.getBoolean("waiting"),
        row.getBoolean("queued"),
        Accounts.allowance(row));
  }

  private static EvaluationTask task(Row row) {
    return new EvaluationTask(
        row.getUUID("lease"),
        row.getUUID("id"),
        RunRows.spec(row),
        ByteString.copyFrom(row.getBuffer("coalition").getBytes()),
        row.getInteger("replicate"),
        row.getInteger("attempts"),
        row.getString("traceparent"));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
