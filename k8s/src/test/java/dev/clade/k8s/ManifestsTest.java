package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.certmanager.api.model.v1.Certificate;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the base and its overlays are made of, and that the parts find each other. */
class ManifestsTest {
  private final RenderedManifests base = RenderedManifests.of("base");
  private final RenderedManifests dev = RenderedManifests.of("overlays/dev");
  private final RenderedManifests prod = RenderedManifests.of("overlays/prod");

  @Test
  void theBaseIsTheServicesAndTheirMigrations() {
    List<String> names =
        List.of(
            "clade-ingest",
            "clade-ingest-migration",
            "clade-lineage",
            "clade-lineage-migration",
            "clade-valuation",
            "clade-valuation-migration");
    assertThat(base.workloads())
        .extracting(Workload::name)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(prod.workloads())
        .extracting(Workload::name)
        .containsExactlyInAnyOrderElementsOf(names);
    assertThat(dev.workloads())
        .extracting(Workload::name)
        .containsAll(names)
        .contains("clade-postgres", "clade-redis")
        .hasSize(8);
  }

  @Test
  void onlyTheServiceThatMakesJobsHasAnAccountOfItsOwn() {
    assertThat(base.ofType(ServiceAccount.class))
        .singleElement()
        .satisfies(
            account -> {
              assertThat(account.getMetadata().getName()).isEqualTo("clade-valuation");
              assertThat(account.getAutomountServiceAccountToken()).isFalse();
            });
  }

  @Test
  void theMeshFindsItsPartsByTheNamesOfServices() {
    Map<String, String> mesh = base.named(ConfigMap.class, "clade-mesh").getData();
    assertThat(base.ofType(Service.class))
        .extracting(service -> service.getMetadata().getName())
        .contains(mesh.get("CLADE_INGEST_HOST"), mesh.get("CLADE_LINEAGE_HOST"));
    Map<String, String> stores = dev.named(ConfigMap.class, "clade-stores").getData();
    assertThat(stores.get("QUARKUS_DATASOURCE_JDBC_URL")).contains("//clade-postgres:5432/");
    assertThat(stores.get("QUARKUS_DATASOURCE_REACTIVE_URL")).contains("//clade-postgres:5432/");
    assertThat(stores.get("QUARKUS_REDIS_HOSTS")).contains("//clade-redis:6379");
    assertThat(dev.ofType(Service.class))
        .extracting(service -> service.getMetadata().getName())
        .contains("clade-postgres", "clade-redis");
  }

  @Test
  void theOverlayForTryingOutBringsThePasswordAndEveryReferenceFollowsItsHash() {
    String secret = dev.ofType(Secret.class).getFirst().getMetadata().getName();
    assertThat(secret).startsWith("clade-postgres-");
    assertThat(References.of(dev)).contains(secret).doesNotContain("clade-postgres");
  }

  @Test
  void theOverlayForTryingOutSaysWhichChecksItOverrides() {
    assertThat(dev.named(ConfigMap.class, "clade-mesh").getData())
        .containsEntry(
            "CLADE_UNSAFE_ALLOW", "DEFAULT_PASSWORD,OPEN_ACCESS,PLAIN_TRANSPORT,REFLECTION")
        .containsEntry("CLADE_ACCESS_KIND", "open")
        .containsEntry("CLADE_REFLECTION", "true");
    assertThat(dev.workload("clade-valuation").container().getEnv())
        .filteredOn(variable -> variable.getName().equals("CLADE_UNSAFE_ALLOW"))
        .singleElement()
        .satisfies(
            variable ->
                assertThat(variable.getValue())
                    .isEqualTo(
                        "DEFAULT_PASSWORD,OPEN_ACCESS,PLAIN_TRANSPORT,REFLECTION,"
                            + "WORKER_IMAGE_TAG"));
    assertThat(base.named(ConfigMap.class, "clade-mesh").getData())
        .doesNotContainKeys("CLADE_UNSAFE_ALLOW", "CLADE_ACCESS_KIND");
  }

  @Test
  void productionTakesStoresAndPasswordsFromOperators() {
    assertThat(References.of(prod)).contains("clade-stores", "clade-postgres", "clade-issuer");
    assertThat(prod.ofType(ConfigMap.class))
        .extracting(map -> map.getMetadata().getName())
        .doesNotContain("clade-stores", "clade-issuer");
  }

  @Test
  void whatOperatorsBringAndWhatTheyCanChooseIsInTheManual() throws IOException {
    String manual = Files.readString(Path.of("../docs/operations.md"));
    assertThat(MeshRule.OPERATORS)
        .allSatisfy(
            name ->
                assertThat(manual).containsPattern("\\| (ConfigMap|Secret) `%s` ".formatted(name)));
    assertThat(ConventionsTest.folders("components"))
        .allSatisfy(component -> assertThat(manual).contains("| `%s` |".formatted(component)));
  }

  @Test
  void imagesOfWorkersAreSetLikeAllImages() {
    assertThat(prod.named(ConfigMap.class, "clade-workers").getData())
        .hasEntrySatisfying(
            "CLADE_VALUATION_LAUNCHER_KUBERNETES_IMAGE",
            image ->
                assertThat(image).matches("registry.example.com/clade/.*@sha256:[0-9a-f]{64}"));
    assertThat(prod.named(ConfigMap.class, "clade-worker-policy").getData())
        .containsEntry("imagePrefixes", "registry.example.com/clade/")
        .containsEntry("imagesByDigest", "true");
  }

  @Test
  void aPodThatServesRefusesASchemaThatIsTooOldWhereItNeedsOne() {
    Stream.of("clade-ingest", "clade-valuation")
        .forEach(
            name ->
                assertThat(base.workload(name).variable("QUARKUS_FLYWAY_VALIDATE_AT_START"))
                    .as(name)
                    .contains("true"));
    // Its walks need no database, so only its reports wait.
    assertThat(base.workload("clade-lineage").variable("QUARKUS_FLYWAY_VALIDATE_AT_START"))
        .isEmpty();
    assertThat(base.workload("clade-lineage").variable("CLADE_LINEAGE_REPORTS_MIGRATE"))
        .contains("false");
  }

  @Test
  void aCertificateIsGoodForTheServiceAndItsPodsAndTellsTheServiceFirst() {
    for (Workload service : prod.workloads().stream().filter(Workload::isService).toList()) {
      Certificate certificate = prod.named(Certificate.class, service.name());
      List<String> names = certificate.getSpec().getDnsNames();
      assertThat(names.getFirst()).isEqualTo(service.name());
      assertThat(names)
          .contains(
              service.name() + ".clade", "*.%s.clade.svc.cluster.local".formatted(service.name()));
      assertThat(service.pod().getVolumes())
          .filteredOn(volume -> volume.getName().equals("tls"))
          .singleElement()
          .satisfies(
              volume ->
                  assertThat(volume.getSecret().getSecretName())
                      .isEqualTo(certificate.getSpec().getSecretName()));
    }
  }
}
