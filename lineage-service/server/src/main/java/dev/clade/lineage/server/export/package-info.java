/**
 * Parts of the graph as documents that other tools read: bills of materials, lineage events and
 * drawings.
 *
 * <p>{@link dev.clade.lineage.server.export.ExportQuery} is a question with its limits checked;
 * {@link dev.clade.lineage.server.export.LineageExporter} answers it from the latest snapshot. Each
 * format is one class that writes a {@link dev.clade.lineage.server.export.Subgraph}, and nothing
 * in a document depends on when or where it is written.
 */
package dev.clade.lineage.server.export;
