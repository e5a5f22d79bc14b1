package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicy;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Subject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the valuation service may do in the namespace of workers, and what workers may. */
class WorkersTest {
  private static final String NAMESPACE = "clade-workers";
  private static RenderedManifests workers;

  @BeforeAll
  static void render() {
    workers = RenderedManifests.of("workers");
  }

  @Test
  void everythingIsInTheNamespaceOfWorkersOrInNone() {
    assertThat(workers.objects())
        .extracting(object -> object.getMetadata().getNamespace())
        .containsOnly(NAMESPACE, null);
    assertThat(workers.ofType(Namespace.class))
        .singleElement()
        .satisfies(
            namespace -> {
              assertThat(namespace.getMetadata().getName()).isEqualTo(NAMESPACE);
              assertThat(namespace.getMetadata().getLabels())
                  .containsEntry("pod-security.kubernetes.io/enforce", "restricted");
            });
  }

  @Test
  void theServiceMayMakeAndRemoveJobsAndReadWhatHindersThem() {
    assertThat(rights(workers.ofType(Role.class).getFirst().getRules()))
        .isEqualTo(
            Map.of(
                "batch/jobs", List.of("create", "get", "list", "delete"),
                "/pods", List.of("list"),
                "/resourcequotas", List.of("list"),
                "/secrets", List.of("create")));
    assertThat(rights(workers.ofType(ClusterRole.class).getFirst().getRules()))
        .isEqualTo(Map.of("/nodes", List.of("list")));
    assertThat(workers.ofType(Role.class)).hasSize(1);
    assertThat(workers.ofType(ClusterRole.class)).hasSize(1);
  }

  @Test
  void nobodyElseHasTheseRights() {
    Subject service = new Subject("", "ServiceAccount", "clade-valuation", "clade");
    service.setApiGroup(null);
    assertThat(workers.ofType(RoleBinding.class))
        .singleElement()
        .satisfies(binding -> assertThat(binding.getSubjects()).containsExactly(service));
    assertThat(workers.ofType(ClusterRoleBinding.class))
        .singleElement()
        .satisfies(binding -> assertThat(binding.getSubjects()).containsExactly(service));
  }

  @Test
  void noOverlayAndNoComponentGrantsMore() {
    Map<String, Map<String, List<String>>> granted = new TreeMap<>();
    for (RenderedManifests manifests : ConventionsTest.renderings().values()) {
      manifests
          .ofType(Role.class)
          .forEach(role -> granted.put(role.getMetadata().getName(), rights(role.getRules())));
      manifests
          .ofType(ClusterRole.class)
          .forEach(role -> granted.put(role.getMetadata().getName(), rights(role.getRules())));
      assertThat(manifests.ofType(RoleBinding.class))
          .allSatisfy(
              binding -> {
                assertThat(binding.getMetadata().getNamespace()).isEqualTo(NAMESPACE);
                assertThat(granted).containsKey(binding.getRoleRef().getName());
              });
      assertThat(manifests.ofType(ClusterRoleBinding.class))
          .allSatisfy(
              binding -> assertThat(binding.getRoleRef().getName()).isEqualTo("clade-node-reader"));
    }
    assertThat(granted.keySet())
        .containsExactly(
            "clade-node-reader", "clade-worker-launcher", "clade-worker-launcher-kueue");
    assertThat(granted.values())
        .flatExtracting(Map::keySet)
        .containsExactlyInAnyOrder(
            "/nodes",
            "batch/jobs",
            "/pods",
            "/resourcequotas",
            "/secrets",
            "kueue.x-k8s.io/workloads");
    assertThat(granted.values())
        .flatExtracting(rights -> rights.values())
        .allSatisfy(verbs -> assertThat(verbs).doesNotContain("*", "update", "patch", "watch"));
  }

  @Test
  void workersHaveAnAccountWithoutTokenAndNoMoreSecretsThanTwiceTheJobs() {
    assertThat(workers.ofType(ServiceAccount.class))
        .singleElement()
        .satisfies(account -> assertThat(account.getAutomountServiceAccountToken()).isFalse());
    assertThat(
            workers.ofType(ResourceQuota.class).getFirst().getSpec().getHard().get("count/secrets"))
        .hasToString("64");
  }

  @Test
  void workersReachNamesAndTheValuationServiceAlone() {
    Map<String, NetworkPolicy> policies = new TreeMap<>();
    workers
        .ofType(NetworkPolicy.class)
        .forEach(policy -> policies.put(policy.getMetadata().getName(), policy));
    var deny = policies.get("deny-all").getSpec();
    assertThat(deny.getPolicyTypes()).containsExactly("Ingress", "Egress");
    assertThat(deny.getIngress()).isEmpty();
    assertThat(deny.getEgress()).isEmpty();
    assertThat(deny.getPodSelector().getMatchLabels()).isEmpty();
    assertThat(policies.get("workers-to-valuation").getSpec().getEgress())
        .flatExtracting(rule -> rule.getPorts())
        .extracting(port -> port.getPort().getIntVal())
        .containsExactly(53, 53, 9103);
    assertThat(policies).hasSize(2);
  }

  @Test
  void thePolicyIsBoundToTheNamespaceAndRefusesWhatItCannotJudge() {
    var policy = workers.named(ValidatingAdmissionPolicy.class, "clade-workers");
    var binding = workers.named(ValidatingAdmissionPolicyBinding.class, "clade-workers").getSpec();
    assertThat(policy.getSpec().getFailurePolicy()).isEqualTo("Fail");
    assertThat(policy.getSpec().getMatchConstraints().getResourceRules().getFirst().getOperations())
        .containsExactly("CREATE", "UPDATE");
    assertThat(binding.getPolicyName()).isEqualTo(policy.getMetadata().getName());
    assertThat(binding.getValidationActions()).containsExactly("Deny");
    assertThat(binding.getParamRef().getParameterNotFoundAction()).isEqualTo("Deny");
    assertThat(binding.getMatchResources().getNamespaceSelector().getMatchLabels())
        .containsExactly(Map.entry("kubernetes.io/metadata.name", NAMESPACE));
    HasMetadata parameters = workers.ofType(ConfigMap.class).getFirst();
    assertThat(binding.getParamRef().getName()).isEqualTo(parameters.getMetadata().getName());
    assertThat(binding.getParamRef().getNamespace())
        .isEqualTo(parameters.getMetadata().getNamespace());
  }

  @Test
  void withKueueTheServiceNamesAQueueAndMayReadWorkloads() {
    RenderedManifests queued = RenderedManifests.withComponents("kueue");
    assertThat(queued.workload("clade-valuation").container().getEnv())
        .extracting(EnvVar::getName)
        .contains("CLADE_VALUATION_LAUNCHER_KUBERNETES_QUEUE", "CLADE_VALUATION_LAUNCHER_KIND");
    assertThat(queued.ofType(Role.class))
        .filteredOn(role -> role.getMetadata().getName().endsWith("-kueue"))
        .singleElement()
        .satisfies(
            role -> {
              assertThat(role.getMetadata().getNamespace()).isEqualTo(NAMESPACE);
              assertThat(rights(role.getRules()))
                  .isEqualTo(Map.of("kueue.x-k8s.io/workloads", List.of("list")));
            });
  }

  private static Map<String, List<String>> rights(List<PolicyRule> rules) {
    Map<String, List<String>> rights = new TreeMap<>();
    for (PolicyRule rule : rules) {
      for (String resource : rule.getResources()) {
        rights.put(rule.getApiGroups().getFirst() + "/" + resource, rule.getVerbs());
      }
    }
    return rights;
  }
}
