package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.admissionregistration.v1.ValidatingAdmissionPolicyBinding;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The cluster itself refuses images without digests, and the placeholders of the overlay. */
class DigestPolicyTest {
  private static final String DIGEST = "r/i@sha256:" + "4f".repeat(32);
  private static RenderedManifests prod;
  private static AdmissionPolicy policy;

  @BeforeAll
  static void render() {
    prod = RenderedManifests.of("overlays/prod");
    policy = AdmissionPolicy.of(prod, "clade-digests");
  }

  @Test
  void placeholdersThatWereLeftAreRefused() {
    for (Workload workload : prod.workloads()) {
      assertThat(policy.refusals(workload.object()))
          .as(workload.name())
          .containsExactly(
              "the digests of images in overlays/prod are placeholders; set those of your images");
    }
  }

  @Test
  void digestsAreAdmitted() {
    for (Workload workload : prod.copy().workloads()) {
      workload.container().setImage(DIGEST);
      assertThat(policy.refusals(workload.object())).as(workload.name()).isEmpty();
    }
  }

  @Test
  void tagsAreRefusedAlsoOfContainersThatStartFirst() {
    for (Workload workload : prod.copy().workloads()) {
      workload.container().setImage(DIGEST);
      workload.pod().setInitContainers(List.of(new ContainerBuilder().withImage("r/i:1").build()));
      assertThat(policy.refusals(workload.object()))
          .as(workload.name())
          .containsExactly("images must be named by digest, as in registry/name@sha256:...");
    }
  }

  @Test
  void itIsBoundToTheNamespaceOfTheServices() {
    var binding = prod.named(ValidatingAdmissionPolicyBinding.class, "clade-digests").getSpec();
    assertThat(binding.getPolicyName()).isEqualTo("clade-digests");
    assertThat(binding.getValidationActions()).containsExactly("Deny");
    assertThat(binding.getMatchResources().getNamespaceSelector().getMatchLabels())
        .containsEntry("kubernetes.io/metadata.name", "clade");
  }
}
