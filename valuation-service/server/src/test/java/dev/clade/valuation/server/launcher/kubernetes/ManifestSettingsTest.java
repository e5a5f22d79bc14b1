package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.k8s.AdmissionPolicy;
import dev.clade.k8s.RenderedManifests;
import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.ValuationConfig;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manifests of the service and those of its workers fit together. */
class ManifestSettingsTest {
  private final RenderedManifests base = RenderedManifests.of("../../k8s/base");
  private final RenderedManifests workers = RenderedManifests.of("../../k8s/workers");
  private final ValuationConfig config = config();

  @Test
  void theServiceStartsJobsInTheNamespaceAndAsTheAccountThatThereAre() {
    KubernetesConfig kubernetes = config.launcher().kubernetes();
    assertThat(config.launcher().kind()).isEqualTo(ValuationConfig.Kind.KUBERNETES);
    assertThat(kubernetes.namespace())
        .isEqualTo(workers.ofType(Namespace.class).getFirst().getMetadata().getName());
    assertThat(kubernetes.serviceAccount())
        .isEqualTo(workers.ofType(ServiceAccount.class).getFirst().getMetadata().getName());
  }

  @Test
  void workersFindTheServiceFromTheirNamespace() {
    assertThat(
            base.ofType(Service.class).stream()
                .map(Service::getMetadata)
                .map(service -> service.getName() + "." + service.getNamespace() + ":9103"))
        .contains(config.launcher().kubernetes().target());
  }

  @Test
  void jobsOfTheManifestsSettingsAreAdmitted() {
    assertThat(
            AdmissionPolicy.of(workers)
                .refusals(
                    new WorkerJobs(config.launcher().kubernetes(), true)
                        .job(
                            LauncherCase.demand(LauncherCase.RUN, 1),
                            1,
                            0,
                            WorkerLabels.name(LauncherCase.RUN, 1) + "-0")))
        .isEmpty();
  }

  private ValuationConfig config() {
    Map<String, String> variables =
        base.ofType(Deployment.class).stream()
            .filter(workload -> workload.getMetadata().getName().equals("clade-valuation"))
            .flatMap(
                workload -> workload.getSpec().getTemplate().getSpec().getContainers().stream())
            .flatMap(container -> container.getEnv().stream())
            .filter(variable -> variable.getName().startsWith("CLADE_VALUATION_"))
            .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    assertThat(variables).isNotEmpty();
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new EnvConfigSource(variables, 300))
        .withMapping(ValuationConfig.class)
        .build()
        .getConfigMapping(ValuationConfig.class);
  }
}
