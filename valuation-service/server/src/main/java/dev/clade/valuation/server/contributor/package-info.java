/**
 * Contributors whose data only workers know: checked, put into their canonical form and named by
 * its hash, or proposed from the lineage of a model.
 *
 * <p>A proposal is read from lineage-service through {@link
 * dev.clade.valuation.server.contributor.LineageSource}. It says of each contributor which model
 * declares its data, and tells in typed words what nobody declares or knows.
 */
package dev.clade.valuation.server.contributor;
