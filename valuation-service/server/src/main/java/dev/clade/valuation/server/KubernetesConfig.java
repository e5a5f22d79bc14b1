package dev.clade.valuation.server;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Workers as Jobs of Kubernetes, one Job a worker, under {@code
 * clade.valuation.launcher.kubernetes}. Which cluster, and as whom, is told to the client as usual:
 * by the pod's service account, a kubeconfig or {@code quarkus.kubernetes-client}.
 */
public interface KubernetesConfig {

  /** Most Jobs at a time, over all runs; 0 to 999. */
  @WithDefault("4")
  int workers();

  /**
   * Namespace of the Jobs. It must be of this installation alone: Jobs of runs that it does not
   * know are removed.
   */
  @WithDefault("clade-workers")
  String namespace();

  /** How long to wait between two looks at Jobs and pods. */
  @WithDefault("5s")
  Duration period();

  /** Where workers find this service, as host:port. */
  @WithDefault("clade-valuation.clade:9103")
  String target();

  /** Image of the built-in trainer's worker. */
  @WithDefault("clade/valuation-worker:0.1.0")
  String image();

  /**
   * Images of workers with custom trainers, by the trainer's name; runs of other custom trainers
   * get no workers, but for {@code contrastive}, which {@link #image} has.
   */
  Map<String, String> customImages();

  /** {@code Always}, {@code IfNotPresent} or {@code Never}; by default as Kubernetes has it. */
  Optional<String> imagePullPolicy();

  /** Account of the pods; needs no rights and gets no token. */
  @WithDefault("clade-worker")
  String serviceAccount();

  /** GPUs of a worker. */
  Gpu gpu();

  /** GPUs of a worker. */
  interface Gpu {

    /** How many; 0 for a worker that computes on processors. */
    @WithDefault("0")
    int count();

    /**
     * What to ask for: {@code nvidia.com/gpu}, or a MIG profile's {@code nvidia.com/mig-1g.10gb}.
     */
    @WithDefault("nvidia.com/gpu")
    String resource();
  }

  /** Processors that a worker asks for, as a quantity of Kubernetes; not a limit. */
  @WithDefault("2")
  String cpu();

  /** Memory that a worker asks for and is limited to, as a quantity of Kubernetes. */
  @WithDefault("4Gi")
  String memory();

  /** Most that a worker may write to its {@code /tmp}, as a quantity of Kubernetes. */
  @WithDefault("8Gi")
  String scratch();

  /** Labels that a worker's node must have. */
  Map<String, String> nodeSelector();

  /** Taints of nodes that workers put up with. */
  List<Toleration> tolerations();

  /** As {@code tolerations} of a pod. */
  interface Toleration {

    /** Key of the taint; any by default. */
    Optional<String> key();

    /** {@code Exists} or {@code Equal}. */
    @WithDefault("Exists")
    String operator();

    /** Value of the taint, for {@code Equal}. */
    Optional<String> value();

    /** {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}; any by default. */
    Optional<String> effect();
  }

  /** Priority class of the pods. */
  Optional<String> priorityClass();

  /**
   * Kueue's LocalQueue in the namespace. With one, Jobs are made suspended and Kueue alone begins
   * and suspends them.
   */
  Optional<String> queue();

  /** Further environment variables of workers, such as where traces go. */
  Map<String, String> environment();

  /** How often a worker's pod may fail before its Job does; disruptions do not count. */
  @WithDefault("3")
  int backoffLimit();

  /** How long a worker may live, waiting included; another takes its place. */
  @WithDefault("24h")
  Duration deadline();

  /** How long Kubernetes keeps a Job that ended, if this service does not remove it before. */
  @WithDefault("1h")
  Duration timeToLive();

  /** How long a worker that is told to end may take to give back what it works on. */
  @WithDefault("60s")
  Duration gracePeriod();

  /**
   * How long to wait before a worker that failed or was refused is made again; doubles up to 32
   * times.
   */
  @WithDefault("10s")
  Duration backoff();
}
