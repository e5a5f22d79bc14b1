package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.RunDemand;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.ResourceRequirementsBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import io.fabric8.kubernetes.api.model.Toleration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the pods of workers: they keep to the restricted profile and get no token. */
final class WorkerPods {
  static final String CONTAINER = "worker";

  /** Condition of a pod that was evicted, preempted, or whose node is gone. */
  static final String DISRUPTION = "DisruptionTarget";

  private static final String NAME_VARIABLE = "CLADE_WORKER_NAME";
  private static final long USER = 10001;

  private final KubernetesConfig config;

  WorkerPods(KubernetesConfig config) {
    this.config = config;
  }

  PodSpec spec(RunDemand demand, String image) {
    return new PodSpecBuilder()
        .withRestartPolicy("Never")
        .withServiceAccountName(config.serviceAccount())
        .withAutomountServiceAccountToken(false)
        .withEnableServiceLinks(false)
        .withTerminationGracePeriodSeconds(config.gracePeriod().toSeconds())
        .withPriorityClassName(config.priorityClass().orElse(null))
        .withNodeSelector(config.nodeSelector())
        .withTolerations(config.tolerations().stream().map(WorkerPods::toleration).toList())
        .withNewSecurityContext()
        .withRunAsNonRoot(true)
        .withRunAsUser(USER)
        .withRunAsGroup(USER)
        .withFsGroup(USER)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .endSecurityContext()
        .withContainers(container(demand, image))
        .addNewVolume()
        .withName("tmp")
        .withNewEmptyDir()
        .withSizeLimit(new Quantity(config.scratch()))
        .endEmptyDir()
        .endVolume()
        .build();
  }

  private Container container(RunDemand demand, String image) {
    return new ContainerBuilder()
        .withName(CONTAINER)
        .withImage(image)
        .withImagePullPolicy(config.imagePullPolicy().orElse(null))
        .withArgs(
            "--target",
            config.target(),
            "--worker",
            "$(" + NAME_VARIABLE + ")",
            "--valuation",
            Names.ofRun(demand.run()),
            "--devices",
            Integer.toString(Math.max(1, config.gpu().count())))
        .withEnv(environment(demand))
        .withResources(resources())
        .withSecurityContext(security())
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .build();
  }

  private List<EnvVar> environment(RunDemand demand) {
    List<EnvVar> variables = new ArrayList<>();
    variables.add(
        new EnvVarBuilder()
            .withName(NAME_VARIABLE)
            .withNewValueFrom()
            .withNewFieldRef()
            .withFieldPath("metadata.name")
            .endFieldRef()
            .endValueFrom()
            .build());
    if (!demand.traceparent().isEmpty()) {
      variables.add(new EnvVar("TRACEPARENT", demand.traceparent(), null));
    }
    config.environment().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new EnvVar(entry.getKey(), entry.getValue(), null))
        .forEach(variables::add);
    return variables;
  }

  /** Devices have to be limited to what is asked for. */
  private ResourceRequirements resources() {
    ResourceRequirementsBuilder resources =
        new ResourceRequirementsBuilder()
            .addToRequests("cpu", new Quantity(config.cpu()))
            .addToRequests("memory", new Quantity(config.memory()))
            .addToLimits("memory", new Quantity(config.memory()));
    if (config.gpu().count() > 0) {
      Quantity count = new Quantity(Integer.toString(config.gpu().count()));
      resources
          .addToRequests(config.gpu().resource(), count)
          .addToLimits(config.gpu().resource(), count);
    }
    return resources.build();
  }

  private static SecurityContext security() {
    return new SecurityContextBuilder()
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .withDrop("ALL")
        .endCapabilities()
        .build();
  }

  private static Toleration toleration(KubernetesConfig.Toleration configured) {
    Toleration toleration = new Toleration();
    toleration.setKey(configured.key().orElse(null));
    toleration.setOperator(configured.operator());
    toleration.setValue(configured.value().orElse(null));
    toleration.setEffect(configured.effect().orElse(null));
    return toleration;
  }
}
