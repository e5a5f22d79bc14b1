package dev.clade.k8s;

import java.util.Map;

/**
 * One end of a connection: a pod, or an address outside the cluster.
 *
 * @param name of the pod's workload, or of what the address is
 * @param namespace of the pod; none outside
 * @param namespaceLabels of its namespace
 * @param labels of the pod
 * @param address its address
 */
record Endpoint(
    String name,
    String namespace,
    Map<String, String> namespaceLabels,
    Map<String, String> labels,
    String address) {

  /** Copies the labels. */
  Endpoint {
    namespaceLabels = Map.copyOf(namespaceLabels);
    labels = Map.copyOf(labels);
  }

  /** Returns a pod of a workload that manifests make; its address is one of a cluster's. */
  static Endpoint pod(Workload workload) {
    return pod(workload.name(), workload.object().getMetadata().getNamespace(), workload.labels());
  }

  /** Returns a pod in a namespace without labels of its own. */
  static Endpoint pod(String name, String namespace, Map<String, String> labels) {
    return new Endpoint(
        name, namespace, Map.of("kubernetes.io/metadata.name", namespace), labels, "10.244.0.7");
  }

  /** Returns a pod of no labels in a namespace with a label. */
  static Endpoint in(String namespace, String label) {
    return new Endpoint(
        namespace,
        namespace,
        Map.of("kubernetes.io/metadata.name", namespace, label, "true"),
        Map.of(),
        "10.244.0.8");
  }

  /** Returns an address that is no pod's. */
  static Endpoint address(String name, String address) {
    return new Endpoint(name, "", Map.of(), Map.of(), address);
  }

  boolean isPod() {
    return !namespace.isEmpty();
  }

  @Override
  public String toString() {
    return name;
  }
}
