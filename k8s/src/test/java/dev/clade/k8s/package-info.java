/**
 * Checks on the manifests as Kustomize renders them, and what tests of other modules check pods
 * with.
 *
 * <p>They are rendered with {@code kubectl kustomize}, the overlays and each component by itself,
 * and held against Kubernetes' schemas. Each convention is a {@link dev.clade.k8s.Rule}, and each
 * rule is broken once to show that it can fail. Admission policies and network policies are judged
 * as the cluster would, alerts by Prometheus' own program.
 */
package dev.clade.k8s;
