package dev.clade.valuation.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import com.google.protobuf.ByteString;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.domain.EvaluationTask;
import dev.clade.valuation.server.domain.LeaseRequest;
import dev.clade.valuation.server.domain.NewRun;
import dev.clade.valuation.server.domain.Report;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunEnding;
import dev.clade.valuation.server.forecast.Runs;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeaseStoreTest extends ServerTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @Inject LeaseStore leases;
  @Inject LostLeases lost;
  @Inject RunEnding ending;
  @Inject RunStore runs;
  @Inject RunCounts counts;
  @Inject ReportStore reports;

  @BeforeEach
  void addImageSet() {
    await(
        pool.query(
                """
                INSERT INTO valuation.image_set VALUES
                  ('set', 4, 4, '{a,b,c}', '{0,0,0}', '', '', '')
                """)
            .execute());
  }

  @Test
  void whoAsksAtTheSameTimeGetsDifferentEvaluations() {
    Run run = create("");
    List<CompletableFuture<List<EvaluationTask>>> asked =
        IntStream.range(0, 20)
            .mapToObj(i -> leases.lease(one("worker-" + i), LONG).subscribeAsCompletionStage())
            .toList();
    List<EvaluationTask> given =
        asked.stream().map(CompletableFuture::join).flatMap(List::stream).toList();
    assertThat(given)
        .extracting(task -> task.coalition() + "/" + task.replicate())
        .doesNotHaveDuplicates();
    // Turns are exact: who comes too late is only told so when there is nothing left.
    assertThat(given).hasSize(16);
    assertThat(await(runs.find(run.id())).orElseThrow().progress().running()).isEqualTo(16);
  }

  @Test
  void operatorsAreToldWhatRunsAndWhatWaits() {
    assertThat(await(counts.count())).isEqualTo(new RunCounts.Counts(Map.of(), Map.of(), 0, 0, 0));
    Run run = create("");
    RunCounts.Counts waiting = await(counts.count());
    assertThat(waiting.runs()).isEqualTo(Map.of("PENDING", 1.0));
    assertThat(waiting.queue()).isEqualTo(16);
    assertThat(waiting.leases()).isZero();
    assertThat(waiting.queueAge()).isPositive();

    await(leases.lease(one("worker"), LONG));
    await(
        pool.preparedQuery(
                """
                INSERT INTO valuation.launch (valuation, reason, message, running, starting)
                VALUES ($1, 'WAITING_FOR_QUOTA', '', 0, 1)
                """)
            .execute(Tuple.of(run.id())));
    assertThat(await(counts.count()))
        .isEqualTo(
            new RunCounts.Counts(
                Map.of("RUNNING", 1.0), Map.of("WAITING_FOR_QUOTA", 1.0), 15, 1, 0));
  }

  @Test
  void traceAndSpecificationAreHandedOn() {
    String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    Run run = create(trace);
    EvaluationTask task = await(leases.lease(one("worker"), LONG)).getFirst();
    assertThat(task.traceparent()).isEqualTo(trace);
    assertThat(task.spec()).isEqualTo(run.spec());
    assertThat(task.attempt()).isEqualTo(1);
    assertThat(task.coalition()).isEqualTo(ByteString.copyFrom(new byte[1]));
  }

  @Test
  void evaluationThatLosesItsWorkersTenTimesIsGivenUp() {
    Run run = create("");
    for (int i = 0; i < 10; i++) {
      EvaluationTask task = await(leases.lease(one("worker"), Duration.ofMillis(-1))).getFirst();
      assertThat(task.coalition()).isEqualTo(ByteString.copyFrom(new byte[1]));
      assertThat(task.attempt()).isEqualTo(i + 1);
      // The keeper of the running service may be faster.
      await(lost.end(ending));
    }
    Run after = await(runs.find(run.id())).orElseThrow();
    assertThat(after.progress().lostLeases()).isEqualTo(10);
    assertThat(after.progress().failed()).isEqualTo(1);
    assertThat(after.failed().getFirst().losses()).isEqualTo(10);
  }

  @Test
  void aLeaseThatBeginsInTheFutureIsLost() {
    Run run = create("");
    await(leases.lease(one("worker"), LONG));
    putClockForward(-1);
    // The keeper of the running service may be faster.
    await(lost.end(ending));
    assertThat(await(runs.find(run.id())).orElseThrow().progress().lostLeases()).isEqualTo(1);
    assertThat(await(leases.lease(one("another"), LONG)).getFirst().attempt()).isEqualTo(2);
  }

  @Test
  void nobodyPaysForAClockThatWasPutForward() {
    Run run = create("");
    EvaluationTask task = await(leases.lease(one("worker"), LONG)).getFirst();
    putClockForward(1);
    await(reports.report(task.lease(), result(run), ending));
    assertThat(paidSeconds()).isLessThan(2.0 * LONG.toSeconds());
  }

  @Test
  void whatIsReportedAfterAPayoutIsLaterAlsoWhenTheClockWasSetBack() {
    Run run = create("");
    await(
        pool.preparedQuery(
                """
                INSERT INTO valuation.payout
                  (id, valuation, request_id, request_hash, document, create_time)
                VALUES (gen_random_uuid(), $1, gen_random_uuid(), '', '', now() + interval '1 hour')
                """)
            .execute(Tuple.of(run.id())));
    EvaluationTask task = await(leases.lease(one("worker"), LONG)).getFirst();
    await(reports.report(task.lease(), result(run), ending));
    assertThat(
            await(
                    pool.query(
                            """
                            SELECT l.create_time > p.create_time
                            FROM valuation.ledger l JOIN valuation.payout p USING (valuation)
                            """)
                        .execute())
                .iterator()
                .next()
                .getBoolean(0))
        .isTrue();
  }

  /** All leases began and end so many hours earlier then. */
  private void putClockForward(int hours) {
    await(
        pool.query(
                "UPDATE valuation.lease SET create_time = create_time - interval '%d hours'"
                    .formatted(hours))
            .execute());
    await(
        pool.query(
                "UPDATE valuation.evaluation SET lease_end = lease_end - interval '%d hours'"
                    .formatted(hours))
            .execute());
  }

  private double paidSeconds() {
    return await(pool.query("SELECT device_seconds FROM valuation.account").execute())
        .iterator()
        .next()
        .getDouble(0);
  }

  private static Report.Result result(Run run) {
    return new Report.Result(ImmutableSortedMap.of(run.spec().utility(), 1.0), "reference", 1);
  }

  private static LeaseRequest one(String worker) {
    return new LeaseRequest(worker, 1, 1, Set.of(), Optional.empty());
  }

  private Run create(String traceparent) {
    return await(
        runs.create(
            new NewRun(
                UUID.randomUUID(),
                Runs.spec(3),
                List.of("a", "b", "c"),
                Optional.empty(),
                traceparent,
                EstimatorKind.EXACT.design(3, 8, -1).coalitions()),
            ending));
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(20));
  }
}
