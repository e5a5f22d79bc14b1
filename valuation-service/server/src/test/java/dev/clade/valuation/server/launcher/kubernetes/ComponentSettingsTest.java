package dev.clade.valuation.server.launcher.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.k8s.RenderedManifests;
import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.ValuationConfig;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the components of the manifests set is understood by the service. */
class ComponentSettingsTest {

  @Test
  void withGpusEveryWorkerAsksForOneAndPutsUpWithTheTaintOfTheirNodes() throws IOException {
    KubernetesConfig config = config(withComponent("gpu"));

    assertThat(config.gpu().count()).isEqualTo(1);
    assertThat(config.gpu().resource()).isEqualTo("nvidia.com/gpu");
    assertThat(config.image()).startsWith("clade/valuation-worker-cuda:");
    assertThat(config.tolerations())
        .singleElement()
        .satisfies(
            toleration -> {
              assertThat(toleration.key()).contains("nvidia.com/gpu");
              assertThat(toleration.operator()).isEqualTo("Exists");
              assertThat(toleration.effect()).contains("NoSchedule");
            });
  }

  @Test
  void withKueueAndPrioritiesTheyAreNamed() throws IOException {
    assertThat(config(withComponent("kueue")).queue()).contains("clade");
    assertThat(config(withComponent("availability")).priorityClass()).contains("clade-workers");
  }

  @Test
  void withTracesWorkersAreToldWhereTheyGo() throws IOException {
    assertThat(config(withComponent("traces")).environment())
        .isEqualTo(
            Map.of(
                "OTEL_EXPORTER_OTLP_ENDPOINT",
                "http://opentelemetry-collector.observability:4318"));
  }

  private static RenderedManifests withComponent(String component) throws IOException {
    Path overlay = Files.createDirectories(Path.of("target", "with", component));
    Files.writeString(
        overlay.resolve("kustomization.yaml"),
        """
        resources: [../../../../../k8s/base, ../../../../../k8s/workers]
        components: [../../../../../k8s/components/%s]
        """
            .formatted(component));
    return RenderedManifests.of(overlay.toString());
  }

  private static KubernetesConfig config(RenderedManifests manifests) throws IOException {
    Map<String, String> variables =
        manifests.ofType(Deployment.class).stream()
            .flatMap(
                workload -> workload.getSpec().getTemplate().getSpec().getContainers().stream())
            .flatMap(container -> container.getEnv().stream())
            .filter(variable -> variable.getName().startsWith("CLADE_VALUATION_"))
            .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue));
    Properties file = new Properties();
    for (ConfigMap map : manifests.ofType(ConfigMap.class)) {
      switch (map.getMetadata().getName()) {
        case "clade-workers" -> variables.putAll(map.getData());
        case "clade-worker-environment" ->
            file.load(new StringReader(map.getData().get("application.properties")));
        default -> {}
      }
    }
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(
            new EnvConfigSource(variables, 300),
            new PropertiesConfigSource(
                file.stringPropertyNames().stream()
                    .collect(Collectors.toMap(name -> name, file::getProperty)),
                "worker-environment",
                260))
        .withMapping(ValuationConfig.class)
        .build()
        .getConfigMapping(ValuationConfig.class)
        .launcher()
        .kubernetes();
  }
}
