package dev.clade.valuation.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.ValuationConfig;
import dev.clade.valuation.server.contract.Mesh;
import dev.clade.valuation.server.credential.CredentialKeys;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.store.LaunchStore;
import dev.clade.valuation.v1.Valuation;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Child processes do a run, also when one of them is killed in the middle of it. */
@QuarkusTest
class LauncherTest extends ServerTest {
  @Inject LaunchStore launches;
  @Inject Instance<KubernetesClient> kubernetes;
  @Inject CredentialKeys keys;

  private TinyWorkers workers;
  private LauncherLoop loop;
  private Mesh mesh;

  @BeforeEach
  void start() throws IOException {
    mesh = new Mesh(server);
    workers = new TinyWorkers(server, Files.createTempDirectory("tiny-workers"));
  }

  private void launch(ValuationConfig settings) {
    loop = new LauncherLoop(launches, new Launchers(settings, kubernetes, keys));
    loop.start();
  }

  @AfterEach
  void stop() throws InterruptedException, IOException {
    loop.stop();
    try (Stream<Path> files = Files.walk(workers.folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    mesh.close();
    assertThat(running()).isEmpty();
  }

  @Test
  void killedWorkerIsReplacedAndTheRunEnds() throws InterruptedException {
    launch(workers.settings());
    String name = create(5);
    await(() -> mesh.get(name).getProgress().getDoneEvaluations() > 5);
    List<ProcessHandle> before = running();
    assertThat(before).isNotEmpty();
    before.getFirst().destroyForcibly();

    await(() -> mesh.get(name).getState() == Valuation.State.STATE_SUCCEEDED);
    Valuation ended = mesh.get(name);
    assertThat(ended.getProgress().getDoneEvaluations()).isEqualTo(64);
    assertThat(ended.getProgress().getFailedEvaluations()).isZero();
    assertThat(workers.logs().toFile().list()).hasSize(2);
    // Without work they are let go.
    await(() -> running().isEmpty());
  }

  @Test
  void workersStopWithTheLauncher() throws InterruptedException {
    launch(workers.settings());
    String name = create(8);
    await(() -> mesh.get(name).getProgress().getDoneEvaluations() > 0);
    assertThat(running()).isNotEmpty();
    loop.stop();
    assertThat(running()).isEmpty();
    assertThat(mesh.get(name).getState()).isEqualTo(Valuation.State.STATE_RUNNING);
  }

  @Test
  void cancelledRunLeavesNoProcess() throws InterruptedException {
    launch(workers.settings());
    String name = create(8);
    await(() -> mesh.get(name).getProgress().getDoneEvaluations() > 0);
    assertThat(running()).isNotEmpty();
    assertThat(said()).startsWith(PendingReason.STARTING.name());

    execute("UPDATE valuation.valuation SET state = 'CANCELLED'");
    await(() -> running().isEmpty());
    await(() -> said().isEmpty());
  }

  @Test
  void missingProgramIsToldOf() throws InterruptedException {
    launch(workers.settings("/there/is/no/such/program"));
    create(3);
    await(() -> said().startsWith("MISCONFIGURED worker processes cannot be started"));
    assertThat(said()).contains("/there/is/no/such/program");
  }

  @Test
  void programThatFailsAgainAndAgainIsToldOf() throws InterruptedException {
    launch(workers.settings("sh,-c,exit 3"));
    create(3);
    await(() -> said().equals("MISCONFIGURED worker processes end with status 3"));
  }

  @Test
  void runOfACustomTrainerIsToldThatNoneIsStarted() throws InterruptedException {
    launch(workers.settings());
    create(3);
    execute("UPDATE valuation.valuation SET custom_trainer = 'gan'");
    await(() -> said().startsWith("NO_WORKERS"));
    assertThat(said()).contains("\"gan\"");
    await(() -> running().isEmpty());
  }

  /** Returns what the table says of the only run; empty when nothing. */
  private String said() {
    for (Row row : execute("SELECT reason || ' ' || message AS said FROM valuation.launch")) {
      return row.getString("said");
    }
    return "";
  }

  private RowSet<Row> execute(String sql) {
    return pool.query(sql).execute().await().indefinitely();
  }

  private String create(int contributors) {
    return mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(contributors))).getName();
  }

  private static List<ProcessHandle> running() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .filter(
            child ->
                child
                    .info()
                    .arguments()
                    .map(arguments -> List.of(arguments).contains("--worker"))
                    .orElse(false))
        .toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 900 && !condition.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
