package dev.clade.lineage.graph.walk;

/**
 * Why and where a search stopped before it was through.
 *
 * @param reason the limit that stopped it
 * @param steps how far it was complete: everything up to so many steps was looked at
 */
public record SearchCut(Truncation.Reason reason, int steps) {}
