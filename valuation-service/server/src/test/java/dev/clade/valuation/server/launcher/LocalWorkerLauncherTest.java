package dev.clade.valuation.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.credential.CredentialKey;
import dev.clade.valuation.server.credential.WorkerCredentials;
import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import dev.clade.valuation.server.domain.RunDemand;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes that do nothing are given the trainers that runs need. */
class LocalWorkerLauncherTest {
  private static final String EMBEDDINGS = "--trainer contrastive --checkpoints /checkpoints";

  private final CredentialKey key = CredentialKey.parse(CredentialKey.newJwk());
  private final PoolCredential credential =
      new PoolCredential(new WorkerCredentials(() -> key, Clock.systemUTC()), "pool");
  private final LocalWorkerLauncher launcher =
      new LocalWorkerLauncher(
          2,
          new WorkerCommand(
              List.of("sh", "-c", "read -r unused || true", "idle-worker"),
              "localhost:1",
              Optional.empty(),
              Optional.of(Path.of("/checkpoints")),
              credential.file()),
          credential,
          Duration.ofSeconds(1),
          Duration.ofSeconds(1),
          Duration.ZERO);

  @AfterEach
  void close() {
    launcher.close();
    assertThat(running()).isEmpty();
  }

  @Test
  void aRunOfTheTrainerOfEmbeddingsGetsWorkersThatHaveIt() throws InterruptedException {
    RunDemand run = demand("contrastive", 5);
    await(() -> reconcile(run) && running().size() == 2);
    assertThat(running()).allMatch(arguments -> arguments.contains(EMBEDDINGS));
  }

  @Test
  void runsOfTwoTrainersShareThePlaces() throws InterruptedException {
    RunDemand images = demand("", 5);
    await(() -> reconcile(images) && running().size() == 2);
    assertThat(running()).noneMatch(arguments -> arguments.contains("--trainer"));

    RunDemand embeddings = demand("contrastive", 5);
    await(
        () ->
            reconcile(images, embeddings)
                && running().stream().filter(each -> each.contains(EMBEDDINGS)).count() == 1
                && running().size() == 2);

    await(
        () ->
            reconcile(embeddings)
                && running().stream().filter(each -> each.contains(EMBEDDINGS)).count() == 2);
  }

  @Test
  void otherTrainersAreUnknown() {
    RunDemand run = demand("gan", 5);
    Map<UUID, Launch> launches = launcher.reconcile(List.of(run));
    assertThat(launches.get(run.run()).reason()).isEqualTo(PendingReason.NO_WORKERS);
    assertThat(launches.get(run.run()).message()).contains("\"gan\"");
    assertThat(running()).isEmpty();
  }

  private boolean reconcile(RunDemand... demands) {
    return launcher.reconcile(List.of(demands)).size() == demands.length;
  }

  private static RunDemand demand(String trainer, int evaluations) {
    return new RunDemand(UUID.randomUUID(), 0, 1, evaluations, trainer, "");
  }

  private static List<String> running() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .map(child -> child.info().arguments().map(each -> String.join(" ", each)).orElse(""))
        .filter(arguments -> arguments.contains("idle-worker"))
        .toList();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 900 && !condition.getAsBoolean(); i++) {
      Thread.sleep(50);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }
}
