/**
 * Workers as Jobs of Kubernetes, one Job a worker.
 *
 * <p>Names of Jobs follow from run and number, so that neither another replica nor a restarted
 * service makes one twice; nothing is remembered here that the cluster could tell. Jobs and pods
 * are listed by label at every look instead of watched: a list is right whatever was missed before,
 * two small ones a few seconds cost the API server little, and there is no dropped watch to recover
 * from. Why a worker does not run is read from what the cluster says of its Job, its pod, quotas,
 * nodes and Kueue's Workload, as far as each may be read.
 */
package dev.clade.valuation.server.launcher.kubernetes;
