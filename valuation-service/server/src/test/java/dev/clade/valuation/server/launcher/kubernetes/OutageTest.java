package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The API server is away for a while. */
class OutageTest extends LauncherCase {
  private static final int MOST_CONNECTIONS = 10;

  private CuttableConnection connection;
  private KubernetesClient through;

  @BeforeEach
  void connectThrough() {
    connection = new CuttableConnection(server.getPort());
    through =
        new KubernetesClientBuilder()
            .withConfig(
                new ConfigBuilder(client.getConfiguration())
                    .withMasterUrl("http://127.0.0.1:" + connection.port())
                    .withRequestRetryBackoffLimit(0)
                    .build())
            .build();
    launcher = Cluster.launcher(through, Cluster.NOW);
  }

  @AfterEach
  void disconnect() {
    through.close();
    connection.close();
  }

  @Test
  void serverThatIsDownIsToldOfAndTheRunGoesOnWhenItIsBack() {
    look(1);
    connection.close();
    Launch launch = look(2);
    assertThat(launch.message()).isEqualTo("the API server of Kubernetes cannot be reached");
    assertThat(launch.reason()).isEqualTo(PendingReason.NO_WORKERS);
    cluster.deleteJob(job(RUN, 1));

    connection.open();
    assertThat(look(2).reason()).isEqualTo(PendingReason.STARTING);
    assertThat(cluster.names()).containsExactly(job(RUN, 1), job(RUN, 2));
  }

  @Test
  void connectionsThatDropCostNoMoreThanALookEach() {
    look(1);
    cluster.deleteJob(job(RUN, 1));
    connection.breakOff();
    // A client that has not noticed yet may fail once on each connection that it has.
    for (int i = 0; i < MOST_CONNECTIONS && cluster.names().isEmpty(); i++) {
      look(1);
    }
    assertThat(cluster.names()).containsExactly(job(RUN, 1));
  }

  @Test
  void serverThatCannotAnswerIsToldOf() {
    server.expect().post().withPath(JOBS).andReturn(503, "etcd is slow").once();
    Launch launch = look(1);
    assertThat(launch.reason()).isEqualTo(PendingReason.NO_WORKERS);
    assertThat(launch.message()).contains("not able");
  }
}
