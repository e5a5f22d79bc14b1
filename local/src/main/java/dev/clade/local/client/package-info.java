/**
 * Calls to the three services, as the commands need them.
 *
 * <p>A {@link dev.clade.local.client.MeshClient} holds a channel to each service of a mesh, with a
 * deadline and the trace of the command on every call. Failures come out as one sentence for
 * people.
 */
package dev.clade.local.client;
