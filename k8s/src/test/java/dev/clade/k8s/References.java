package dev.clade.k8s;

import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The ConfigMaps and Secrets that pods read. */
final class References {
  private References() {}

  /** Returns their names. */
  static Set<String> of(RenderedManifests manifests) {
    Set<String> names = new TreeSet<>();
    for (Workload workload : manifests.workloads()) {
      workload.container().getEnvFrom().forEach(source -> add(source, names));
      workload.container().getEnv().stream()
          .map(EnvVar::getValueFrom)
          .filter(Objects::nonNull)
          .filter(source -> source.getSecretKeyRef() != null)
          .forEach(source -> names.add(source.getSecretKeyRef().getName()));
      workload.pod().getVolumes().forEach(volume -> add(volume, names));
    }
    return names;
  }

  private static void add(EnvFromSource source, Set<String> names) {
    if (source.getConfigMapRef() != null) {
      names.add(source.getConfigMapRef().getName());
    }
    if (source.getSecretRef() != null) {
      names.add(source.getSecretRef().getName());
    }
  }

  private static void add(Volume volume, Set<String> names) {
    if (volume.getSecret() != null) {
      names.add(volume.getSecret().getSecretName());
    }
    if (volume.getConfigMap() != null) {
      names.add(volume.getConfigMap().getName());
    }
  }
}
