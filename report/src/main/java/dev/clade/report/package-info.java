/**
 * What Clade answers a study's question with: a report of tables and figures that anybody can read
 * without knowing what computed it.
 *
 * <p>It says what is in it, never how it looks; that is the business of {@link
 * dev.clade.report.render}.
 */
package dev.clade.report;
