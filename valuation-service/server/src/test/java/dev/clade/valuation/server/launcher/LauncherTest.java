package dev.clade.valuation.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.contract.Mesh;
import dev.clade.valuation.server.store.LeaseStore;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
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
  @Inject LeaseStore leases;

  private TinyWorkers settings;
  private LauncherLoop loop;
  private Mesh mesh;

  @BeforeEach
  void start() throws IOException {
    mesh = new Mesh(server);
    settings = new TinyWorkers(server, Files.createTempDirectory("tiny-workers"));
    loop = new LauncherLoop(leases, settings);
    loop.start();
  }

  @AfterEach
  void stop() throws InterruptedException, IOException {
    loop.stop();
    try (Stream<Path> files = Files.walk(settings.folder())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    mesh.close();
    assertThat(workers()).isEmpty();
  }

  @Test
  void killedWorkerIsReplacedAndTheRunEnds() throws InterruptedException {
    String name = create(5);
    await(() -> mesh.get(name).getProgress().getDoneEvaluations() > 5);
    List<ProcessHandle> before = workers();
    assertThat(before).isNotEmpty();
    before.getFirst().destroyForcibly();

    await(() -> mesh.get(name).getState() == Valuation.State.STATE_SUCCEEDED);
    Valuation ended = mesh.get(name);
    assertThat(ended.getProgress().getDoneEvaluations()).isEqualTo(64);
    assertThat(ended.getProgress().getFailedEvaluations()).isZero();
    assertThat(settings.logs().toFile().list()).hasSize(2);
    // Without work they end by themselves.
    await(() -> workers().isEmpty());
  }

  @Test
  void workersStopWithTheLauncher() throws InterruptedException {
    String name = create(8);
    await(() -> mesh.get(name).getProgress().getDoneEvaluations() > 0);
    assertThat(workers()).isNotEmpty();
    loop.stop();
    assertThat(workers()).isEmpty();
    assertThat(mesh.get(name).getState()).isEqualTo(Valuation.State.STATE_RUNNING);
  }

  private String create(int contributors) {
    return mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(contributors))).getName();
  }

  private static List<ProcessHandle> workers() {
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
