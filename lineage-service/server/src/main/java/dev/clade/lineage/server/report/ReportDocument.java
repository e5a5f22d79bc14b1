package dev.clade.lineage.server.report;

/**
 * A report as it is stored.
 *
 * @param summary what it is
 * @param document all of it
 */
@SuppressWarnings("ArrayRecordComponent") // Written and read as they are, never compared.
public record ReportDocument(byte[] summary, byte[] document) {}
