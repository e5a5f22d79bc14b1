package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.RunDemand;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A launcher before a mock of the API server that keeps objects and answers as told. */
@EnableKubernetesMockClient(crud = true, https = false)
abstract class LauncherCase {
  static final UUID RUN = UUID.fromString("00000000-0000-4000-8000-000000000001");
  static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000002");
  static final String JOBS = "/apis/batch/v1/namespaces/" + Cluster.NAMESPACE + "/jobs";

  KubernetesMockServer server;
  KubernetesClient client;
  Cluster cluster;
  KubernetesWorkerLauncher launcher;

  @BeforeEach
  void connect() {
    cluster = new Cluster(client);
    launcher = cluster.launcher(Cluster.NOW);
  }

  /** Has the launcher look once at a run that could use so many workers. */
  Launch look(int evaluations) {
    return launcher.reconcile(List.of(demand(RUN, evaluations))).get(RUN);
  }

  void restart(Instant now, String... settings) {
    launcher = cluster.launcher(now, settings);
  }

  static RunDemand demand(UUID run, int evaluations) {
    return new RunDemand(run, 0, 1, evaluations, "", "");
  }

  static String job(UUID run, int number) {
    return "clade-worker-" + run + "-" + number;
  }
}
