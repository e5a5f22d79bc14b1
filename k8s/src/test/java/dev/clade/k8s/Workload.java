package dev.clade.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.Map;
import java.util.Optional;

/**
 * What makes pods.
 *
 * @param object the Deployment, StatefulSet or Job
 * @param template of its pods
 * @param replicas how many; nothing where it does not say
 */
record Workload(HasMetadata object, PodTemplateSpec template, Optional<Integer> replicas) {
  private static final String COMPONENT = "app.kubernetes.io/component";

  /** Returns an object as what makes pods; nothing when it makes none. */
  static Optional<Workload> of(HasMetadata object) {
    return switch (object) {
      case Deployment deployment ->
          Optional.of(
              new Workload(
                  object,
                  deployment.getSpec().getTemplate(),
                  Optional.ofNullable(deployment.getSpec().getReplicas())));
      case StatefulSet set ->
          Optional.of(
              new Workload(
                  object,
                  set.getSpec().getTemplate(),
                  Optional.ofNullable(set.getSpec().getReplicas())));
      case Job job ->
          Optional.of(new Workload(object, job.getSpec().getTemplate(), Optional.empty()));
      default -> Optional.empty();
    };
  }

  String name() {
    return object.getMetadata().getName();
  }

  PodSpec pod() {
    return template.getSpec();
  }

  /** Returns its only container. */
  Container container() {
    if (pod().getContainers().size() != 1) {
      throw new IllegalStateException(name() + " has not one container");
    }
    return pod().getContainers().getFirst();
  }

  /** Returns whether it is one of the three services. */
  boolean isService() {
    return is("service");
  }

  /** Returns whether it migrates a schema. */
  boolean isMigration() {
    return is("migration");
  }

  /** Returns whether its pods serve until they are told to end. */
  boolean isServing() {
    return !(object instanceof Job);
  }

  private boolean is(String component) {
    return component.equals(labels().get(COMPONENT));
  }

  Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  /** Returns the value that a variable of its container is given by itself. */
  Optional<String> variable(String name) {
    return container().getEnv().stream()
        .filter(variable -> variable.getName().equals(name))
        .map(EnvVar::getValue)
        .findFirst();
  }
}
