/**
 * The hub that the benches of the graph ask about: a generated one of any size with the degrees of
 * the real one, or one read from a table.
 *
 * <p>{@link dev.clade.local.bench.hub.GeneratedHub} says how it is made; {@link
 * dev.clade.local.bench.hub.HubShape} holds the published figures that it is made after, and tells
 * how near it comes to them. {@link dev.clade.local.bench.hub.HubFeed} stands in for the catalogue:
 * it sends the hub's records through the real protocol, without a database.
 */
package dev.clade.local.bench.hub;
