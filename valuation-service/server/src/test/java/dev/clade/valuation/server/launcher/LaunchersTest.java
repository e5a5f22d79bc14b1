package dev.clade.valuation.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.ServerTest;
import dev.clade.valuation.server.credential.CredentialKeys;
import dev.clade.valuation.server.launcher.kubernetes.KubernetesWorkerLauncher;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One setting chooses the launcher, and no cluster is needed for any choice to start. */
@QuarkusTest
class LaunchersTest extends ServerTest {
  @Inject Instance<KubernetesClient> kubernetes;
  @Inject CredentialKeys keys;

  @Test
  void localProcessesAreTheDefaultAndNeedAProgram() {
    assertThat(configured(Map.of())).isEmpty();
    assertThat(configured(Map.of("local.jar", "worker.jar")))
        .containsInstanceOf(LocalWorkerLauncher.class);
    assertThat(configured(Map.of("local.jar", "worker.jar", "local.workers", "0"))).isEmpty();
  }

  @Test
  void noneStartsNothing() {
    assertThat(configured(Map.of("kind", "none", "local.jar", "worker.jar"))).isEmpty();
  }

  @Test
  void kubernetesStartsJobs() {
    assertThat(configured(Map.of("kind", "kubernetes")))
        .containsInstanceOf(KubernetesWorkerLauncher.class);
  }

  private Optional<WorkerLauncher> configured(Map<String, String> settings) {
    return new Launchers(Settings.of(settings), kubernetes, keys).configured();
  }
}
