/**
 * The graph that this server holds: one writer changes its records, and readers take the latest
 * snapshot without waiting.
 *
 * <p>It knows neither where changes come from nor what is asked of it. Its size, and how often and
 * how long it was rebuilt and overlaid, are told as metrics.
 */
package dev.clade.lineage.server.graph;
