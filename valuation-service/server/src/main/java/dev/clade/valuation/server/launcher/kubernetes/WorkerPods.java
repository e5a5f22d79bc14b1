package dev.clade.valuation.server.launcher.kubernetes;

import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.valuation.server.KubernetesConfig;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.server.domain.RunDemand;
import dev.clade.valuation.server.domain.TrainerSettings;
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
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the pods of workers: they keep to the restricted profile, get no token of Kubernetes, and
 * wait for the Secret with their credential.
 */
final class WorkerPods {
  static final String CONTAINER = "worker";

  /** Condition of a pod that was evicted, preempted, or whose node is gone. */
  static final String DISRUPTION = "DisruptionTarget";

  /** Key of the credential in the Secret. */
  static final String TOKEN = "token";

  /** Key of the authorities of TLS in the Secret. */
  static final String AUTHORITIES = "ca.crt";

  private static final String CREDENTIAL = "credential";
  private static final String CREDENTIAL_FOLDER = "/etc/clade/worker";
  private static final int READABLE_BY_GROUP = 0440;
  private static final String NAME_VARIABLE = "CLADE_WORKER_NAME";
  private static final long USER = 10001;

  private final KubernetesConfig config;
  private final boolean tls;

  WorkerPods(KubernetesConfig config, boolean tls) {
    this.config = config;
    this.tls = tls;
  }

  /** Returns the name of the Secret that the pods of a Job wait for, if for any. */
  static Optional<String> credential(Job job) {
    return job.getSpec().getTemplate().getSpec().getVolumes().stream()
        .filter(volume -> volume.getName().equals(CREDENTIAL))
        .findFirst()
        .map(volume -> volume.getSecret().getSecretName());
  }

  PodSpec spec(RunDemand demand, String image, String credential) {
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
        .addNewVolume()
        .withName(CREDENTIAL)
        .withNewSecret()
        .withSecretName(credential)
        .withDefaultMode(READABLE_BY_GROUP)
        .endSecret()
        .endVolume()
        .build();
  }

  private Container container(RunDemand demand, String image) {
    return new ContainerBuilder()
        .withName(CONTAINER)
        .withImage(image)
        .withImagePullPolicy(config.imagePullPolicy().orElse(null))
        .withArgs(arguments(demand))
        .withEnv(environment(demand))
        .withResources(resources())
        .withSecurityContext(security())
        .addNewVolumeMount()
        .withName("tmp")
        .withMountPath("/tmp")
        .endVolumeMount()
        .addNewVolumeMount()
        .withName(CREDENTIAL)
        .withMountPath(CREDENTIAL_FOLDER)
        .withReadOnly(true)
        .endVolumeMount()
        .build();
  }

  private List<String> arguments(RunDemand demand) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--target",
                config.target(),
                "--worker",
                "$(" + NAME_VARIABLE + ")",
                "--valuation",
                Names.ofRun(demand.run()),
                "--devices",
                Integer.toString(Math.max(1, config.gpu().count()))));
    if (demand.customTrainer().equals(TrainerSettings.CONTRASTIVE)) {
      arguments.addAll(List.of("--trainer", TrainerSettings.CONTRASTIVE));
    }
    return arguments;
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
    variables.add(inFolder(ChannelSecurity.TOKEN, TOKEN));
    if (tls) {
      variables.add(inFolder(ChannelSecurity.AUTHORITIES, AUTHORITIES));
    }
    if (!demand.traceparent().isEmpty()) {
      variables.add(new EnvVar("TRACEPARENT", demand.traceparent(), null));
    }
    config.environment().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> new EnvVar(entry.getKey(), entry.getValue(), null))
        .forEach(variables::add);
    return variables;
  }

  private static EnvVar inFolder(String variable, String file) {
    return new EnvVar(variable, CREDENTIAL_FOLDER + "/" + file, null);
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
