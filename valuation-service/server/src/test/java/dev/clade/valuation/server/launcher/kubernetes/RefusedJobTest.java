package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.domain.Launch;
import dev.clade.valuation.server.domain.PendingReason;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import org.junit.jupiter.api.Test;

/** The API server does not take a Job. The messages are the ones of Kubernetes. */
class RefusedJobTest extends LauncherCase {

  @Test
  void missingRightIsAMisconfiguration() {
    Launch launch =
        refused(
            403,
            "jobs.batch is forbidden: User \"system:serviceaccount:clade:clade-valuation\" cannot"
                + " create resource \"jobs\" in API group \"batch\" in the namespace"
                + " \"clade-workers\"");
    assertThat(launch.reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(launch.message()).contains("403", "cannot create resource \"jobs\"");
  }

  @Test
  void refusalOfTheAdmissionPolicyIsAMisconfiguration() {
    Launch launch =
        refused(
            422,
            "jobs.batch \"x\" is forbidden: ValidatingAdmissionPolicy 'clade-workers' with binding"
                + " 'clade-workers' denied request: a worker must not get a token");
    assertThat(launch.reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(launch.message()).contains("a worker must not get a token");
  }

  @Test
  void invalidJobIsAMisconfiguration() {
    assertThat(refused(422, "Job.batch \"x\" is invalid: spec: Invalid value").reason())
        .isEqualTo(PendingReason.MISCONFIGURED);
  }

  @Test
  void missingNamespaceIsAMisconfiguration() {
    Launch launch = refused(404, "namespaces \"clade-workers\" not found");
    assertThat(launch.reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(launch.message()).startsWith("the namespace of workers is missing");
  }

  @Test
  void quotaThatOthersUseUpIsWaitedFor() {
    Launch launch =
        refused(
            403,
            "jobs.batch \"x\" is forbidden: exceeded quota: clade-workers, requested:"
                + " count/jobs.batch=1, used: count/jobs.batch=5, limited: count/jobs.batch=5");
    assertThat(launch.reason()).isEqualTo(PendingReason.WAITING_FOR_QUOTA);
    assertThat(launch.message())
        .isEqualTo(
            "quota clade-workers: count/jobs.batch=1 are asked for, count/jobs.batch=5 are used of"
                + " count/jobs.batch=5");
  }

  @Test
  void quotaThatAdmitsNoneIsExceeded() {
    assertThat(
            refused(
                    403,
                    "jobs.batch \"x\" is forbidden: exceeded quota: none, requested:"
                        + " count/jobs.batch=1, used: count/jobs.batch=0, limited:"
                        + " count/jobs.batch=0")
                .reason())
        .isEqualTo(PendingReason.EXCEEDS_QUOTA);
  }

  @Test
  void refusedJobIsAskedForAgainAfterAPauseOnly() {
    restart(Cluster.NOW, "backoff", "10m");
    expect(403, "no");
    assertThat(look(1).reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(look(1).reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(cluster.names()).isEmpty();

    restart(Cluster.NOW, "backoff", "0s");
    expect(403, "no");
    assertThat(look(1).reason()).isEqualTo(PendingReason.MISCONFIGURED);
    assertThat(look(1).reason()).isEqualTo(PendingReason.STARTING);
    assertThat(cluster.names()).hasSize(1);
  }

  private Launch refused(int code, String message) {
    expect(code, message);
    Launch launch = look(2);
    assertThat(cluster.names()).isEmpty();
    return launch;
  }

  private void expect(int code, String message) {
    server
        .expect()
        .post()
        .withPath(JOBS)
        .andReturn(
            code,
            new StatusBuilder().withCode(code).withStatus("Failure").withMessage(message).build())
        .once();
  }
}
