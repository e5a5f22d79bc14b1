package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What every pod of Clade keeps to, whether a manifest or the valuation service makes it. */
public final class PodConventions {
  private PodConventions() {}

  /** Checks that a pod keeps to the restricted profile and cannot write to its images. */
  public static void isRestricted(String workload, PodSpec pod) {
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(workload).isTrue();
    assertThat(pod.getSecurityContext().getRunAsUser()).as(workload).isPositive();
    assertThat(pod.getSecurityContext().getSeccompProfile().getType())
        .as(workload)
        .isEqualTo("RuntimeDefault");
    assertThat(pod.getHostNetwork()).as(workload).isNotEqualTo(true);
    assertThat(pod.getHostPID()).as(workload).isNotEqualTo(true);
    assertThat(pod.getHostIPC()).as(workload).isNotEqualTo(true);
    assertThat(pod.getVolumes())
        .as(workload)
        .allSatisfy(volume -> assertThat(volume.getHostPath()).isNull());
    for (Container container : containers(pod)) {
      var security = container.getSecurityContext();
      assertThat(security.getAllowPrivilegeEscalation()).as(workload).isFalse();
      assertThat(security.getReadOnlyRootFilesystem()).as(workload).isTrue();
      assertThat(security.getCapabilities().getDrop()).as(workload).containsExactly("ALL");
    }
  }

  /** Checks that a pod gets no token of its account. */
  public static void hasNoToken(String workload, PodSpec pod) {
    assertThat(pod.getAutomountServiceAccountToken()).as(workload).isFalse();
  }

  /** Checks that everything is asked for, that memory and devices are limited, and nothing else. */
  public static void requestsWhatItMayUse(String workload, PodSpec pod) {
    for (Container container : containers(pod)) {
      Map<String, Quantity> requests = container.getResources().getRequests();
      Map<String, Quantity> limits = container.getResources().getLimits();
      assertThat(requests).as(workload).containsKeys("cpu", "memory");
      Set<String> limited = new TreeSet<>(requests.keySet());
      limited.remove("cpu");
      assertThat(limits).as(workload).containsOnlyKeys(limited.toArray(String[]::new));
      assertThat(requests).as(workload).containsAllEntriesOf(limits);
    }
  }

  /** Checks that a pod has time to end. */
  public static void endsInItsOwnTime(String workload, PodSpec pod) {
    assertThat(pod.getTerminationGracePeriodSeconds()).as(workload).isPositive();
  }

  private static List<Container> containers(PodSpec pod) {
    return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream()).toList();
  }
}
