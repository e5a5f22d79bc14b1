/**
 * Files in PostgreSQL, in parts, so that nobody ever holds more of one than a part: written and
 * read like streams by threads that may block, and read part by part by those that may not.
 */
package dev.clade.lineage.server.file;
