/**
 * Who changed what, and who tried.
 *
 * <p>Every call of a method that needs the role importer or valuer leaves one line of JSON in the
 * log category {@code clade.audit}, whether it was let through or refused. Lines name callers,
 * methods and resources, never contents or credentials. With the profile {@code audit} the category
 * has a file of its own, {@code CLADE_AUDIT_FILE}, and is in the log no more.
 */
package dev.clade.runtime.audit;
