package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules that every workload keeps to, and that the parts fit together. */
class ManifestsTest {
  private static RenderedManifests base;

  @BeforeAll
  static void render() {
    base = RenderedManifests.of("base");
  }

  @Test
  void everyPartOfTheMeshIsThere() {
    assertThat(base.pods().keySet())
        .containsExactlyInAnyOrder(
            "clade-ingest", "clade-lineage", "clade-valuation", "clade-postgres", "clade-redis");
  }

  @Test
  void everyContainerHasAllThreeProbes() {
    forEveryContainer(
        (workload, container) -> {
          assertThat(container.getStartupProbe()).as(workload).isNotNull();
          assertThat(container.getLivenessProbe()).as(workload).isNotNull();
          assertThat(container.getReadinessProbe()).as(workload).isNotNull();
        });
  }

  @Test
  void everyContainerRequestsWhatItMayUseAndOnlyMemoryIsLimited() {
    base.pods().forEach(PodConventions::requestsWhatItMayUse);
  }

  @Test
  void everyPodKeepsToTheRestrictedProfile() {
    base.pods().forEach(PodConventions::isRestricted);
  }

  @Test
  void everyPodHasTimeToEnd() {
    base.pods().forEach(PodConventions::endsInItsOwnTime);
  }

  @Test
  void onlyTheServiceThatMakesJobsHasATokenAndAnAccountOfItsOwn() {
    Map<String, PodSpec> pods = base.pods();
    PodSpec valuation = pods.remove("clade-valuation");
    assertThat(valuation.getServiceAccountName()).isEqualTo("clade-valuation");
    assertThat(base.ofType(ServiceAccount.class))
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.getMetadata().getName()).isEqualTo("clade-valuation");
              assertThat(account.getAutomountServiceAccountToken()).isFalse();
            });
    pods.forEach(
        (workload, pod) -> {
          PodConventions.hasNoToken(workload, pod);
          assertThat(pod.getServiceAccountName()).as(workload).isNull();
        });
  }

  @Test
  void everyServiceLeadsToAPortOfItsPods() {
    for (Service service : base.ofType(Service.class)) {
      String name = service.getMetadata().getName();
      assertThat(service.getSpec().getClusterIP()).as(name).isEqualTo("None");
      Map<String, Integer> ports =
          base.pods().get(name).getContainers().getFirst().getPorts().stream()
              .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
      for (ServicePort port : service.getSpec().getPorts()) {
        assertThat(ports).as(name).containsEntry(port.getTargetPort().getStrVal(), port.getPort());
      }
    }
  }

  @Test
  void theMeshFindsItsPartsByTheNamesOfServices() {
    Map<String, String> mesh = base.ofType(ConfigMap.class).getFirst().getData();
    assertThat(base.ofType(Service.class))
        .extracting(service -> service.getMetadata().getName())
        .contains(mesh.get("CLADE_INGEST_HOST"), mesh.get("CLADE_LINEAGE_HOST"));
    assertThat(mesh.get("QUARKUS_DATASOURCE_JDBC_URL")).contains("//clade-postgres:5432/");
    assertThat(mesh.get("QUARKUS_REDIS_HOSTS")).contains("//clade-redis:6379");
  }

  @Test
  void theBaseBringsNoSecretAndTheOverlayForTryingOutBringsTheOneAskedFor() {
    assertThat(base.ofType(Secret.class)).isEmpty();
    RenderedManifests dev = RenderedManifests.of("overlays/dev");
    String secret = dev.ofType(Secret.class).getFirst().getMetadata().getName();
    assertThat(secret).startsWith("clade-postgres-");
    // The generated name carries a hash, and every reference has to follow it.
    dev.pods().values().stream()
        .flatMap(pod -> pod.getContainers().stream())
        .flatMap(container -> container.getEnv().stream())
        .filter(variable -> variable.getValueFrom() != null)
        .forEach(
            variable ->
                assertThat(variable.getValueFrom().getSecretKeyRef().getName()).isEqualTo(secret));
  }

  private static void forEveryContainer(Rule rule) {
    base.pods()
        .forEach((workload, pod) -> pod.getContainers().forEach(c -> rule.check(workload, c)));
  }

  /** A rule that every container keeps to. */
  private interface Rule {
    void check(String workload, Container container);
  }
}
