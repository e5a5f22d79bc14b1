package dev.clade.valuation.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.contract.Mesh;
import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LaunchStoreTest extends ServerTest {
  private static final Launch FULL =
      new Launch(PendingReason.WAITING_FOR_CAPACITY, "nodes are full", 1, 2);

  @Inject LaunchStore launches;

  @Test
  void activeRunsAreToldOldestFirstWithWhatWaitsAndWhatIsLeased() {
    UUID first = create(3);
    UUID second = create(4);
    execute("UPDATE valuation.valuation SET priority = 7, share = 2.5 WHERE id = '%s'", second);
    execute(
        "UPDATE valuation.evaluation SET state = 'LEASED' WHERE valuation = '%s' AND position < 2",
        first);
    execute(
        "UPDATE valuation.evaluation SET state = 'DONE' WHERE valuation = '%s' AND position = 5",
        first);
    List<RunDemand> demands = await(launches.demands(100));
    assertThat(demands).extracting(RunDemand::run).containsExactly(first, second);
    assertThat(demands).extracting(RunDemand::evaluations).containsExactly(15, 32);
    assertThat(demands).extracting(RunDemand::priority).containsExactly(0, 7);
    assertThat(demands).extracting(RunDemand::share).containsExactly(1.0, 2.5);
    assertThat(demands).extracting(RunDemand::customTrainer).containsOnly("");
  }

  @Test
  void countingStopsWhereItNoLongerMatters() {
    create(4);
    assertThat(await(launches.demands(5)).getFirst().evaluations()).isEqualTo(5);
  }

  @Test
  void runsThatHaveEndedOrHaveNothingOpenAreNotTold() {
    execute("UPDATE valuation.valuation SET state = 'CANCELLED' WHERE id = '%s'", create(3));
    execute("UPDATE valuation.evaluation SET state = 'DONE' WHERE valuation = '%s'", create(4));
    assertThat(await(launches.demands(5))).isEmpty();
  }

  @Test
  void whatIsSaidOfARunIsReplacedAndForgottenWhenItEnds() {
    UUID run = create(3);
    UUID other = create(4);
    await(launches.save(Map.of(run, FULL, other, FULL)));
    Launch later = new Launch(PendingReason.STARTING, "soon", 0, 1);
    await(launches.save(Map.of(run, later)));
    assertThat(said())
        .containsExactlyInAnyOrder("STARTING soon 0 1", "WAITING_FOR_CAPACITY nodes are full 1 2");
    execute("UPDATE valuation.valuation SET state = 'FAILED' WHERE id = '%s'", run);
    await(launches.save(Map.of(run, later)));
    assertThat(said()).containsExactly("WAITING_FOR_CAPACITY nodes are full 1 2");
  }

  @Test
  void whatIsSaidAgainIsFreshAgainOnceItIsOld() {
    UUID run = create(3);
    await(launches.save(Map.of(run, FULL)));
    execute("UPDATE valuation.launch SET update_time = now() - interval '1 minute'");
    await(launches.save(Map.of(run, FULL)));
    assertThat(
            execute(
                    "SELECT FROM valuation.launch WHERE update_time > now() - interval '30 seconds'")
                .size())
        .isEqualTo(1);
  }

  private List<String> said() {
    List<String> said = new ArrayList<>();
    execute("SELECT concat_ws(' ', reason, message, running, starting) FROM valuation.launch")
        .forEach(row -> said.add(row.getString(0)));
    return said;
  }

  private UUID create(int contributors) {
    try (Mesh mesh = new Mesh(server)) {
      String name =
          mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(contributors))).getName();
      return UUID.fromString(name.substring("valuations/".length()));
    }
  }

  private RowSet<Row> execute(String sql, Object... arguments) {
    return await(pool.query(sql.formatted(arguments)).execute());
  }

  private static <T> T await(Uni<T> uni) {
    return uni.await().atMost(Duration.ofSeconds(20));
  }
}
