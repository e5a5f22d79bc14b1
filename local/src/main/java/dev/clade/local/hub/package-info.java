/**
 * A model hub on this machine, for tests and benches: the HTTP API of the Hugging Face Hub,
 * answered from memory.
 *
 * <p>A {@link dev.clade.local.hub.SimulatedHub} is the truth: repositories that can be added,
 * modified, renamed, withheld and deleted at any moment. A {@link dev.clade.local.hub.HubSimulator}
 * serves it as the real hub does, with its cursors, redirects, ETags and rate limits, counts every
 * request, and breaks its answers where {@link dev.clade.local.hub.Faults} say so. {@link
 * dev.clade.local.hub.RealHub} fills a hub from recorded data of the real one.
 */
package dev.clade.local.hub;
