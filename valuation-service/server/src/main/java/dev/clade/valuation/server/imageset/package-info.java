/**
 * Image sets: checked, put into their canonical form and named by its hash.
 *
 * <p>The same content always gets the same id, whoever sends it and in whatever order the
 * contributors come. Runs and ledgers refer to image sets by that id.
 */
package dev.clade.valuation.server.imageset;
