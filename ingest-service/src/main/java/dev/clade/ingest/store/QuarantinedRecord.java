package dev.clade.ingest.store;

/**
 * A record that was refused.
 *
 * @param line place in the file, counted from 1
 * @param reason name of a {@link dev.clade.ingest.artifact.QuarantineReason}
 * @param field field that broke the rule; empty when the record as a whole did
 * @param detail the rule and what broke it
 * @param raw the record's first bytes, at most 64 KiB of them
 * @param rawSize bytes that the record has in the file
 */
public record QuarantinedRecord(
    long line, String reason, String field, String detail, byte[] raw, long rawSize) {}
