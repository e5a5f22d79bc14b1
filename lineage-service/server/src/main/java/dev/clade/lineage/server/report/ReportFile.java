package dev.clade.lineage.server.report;

/**
 * A report as a file.
 *
 * @param mediaType its media type
 * @param name name to keep it under, without folders
 * @param content its bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Sent as it is, never compared.
public record ReportFile(String mediaType, String name, byte[] content) {}
