/**
 * Checks on the manifests as Kustomize renders them, and what tests of other modules check pods
 * with.
 *
 * <p>They are rendered with {@code kubectl kustomize} and read as typed Kubernetes objects, so that
 * a misspelt field fails. Each rule that the manifests keep to is one test over every workload.
 */
package dev.clade.k8s;
