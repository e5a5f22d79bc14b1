package dev.clade.lineage.server.question;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;

/**
 * What was found, and where.
 *
 * @param graph the snapshot that was looked at, whose nodes the answer speaks of
 * @param found the answer
 */
public record Answer<T>(GraphSnapshot graph, T found) {}
