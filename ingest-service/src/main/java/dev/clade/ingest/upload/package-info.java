/**
 * Takes files up so that an import can read them.
 *
 * <p>A {@link dev.clade.ingest.upload.Reception} writes what a client sends into the {@link
 * dev.clade.ingest.upload.Spool} folder; only when the file is whole and on the disk does its row
 * enter the database. So a row always has its file, and files without a row are a crash's remains,
 * which the spool removes.
 */
package dev.clade.ingest.upload;
