/**
 * What commits tell of who works on which repository.
 *
 * <p>Commits are kept as numbers, one table for a whole hub, and read as often as an analysis needs
 * a part of them: all accounts, people only, or the repositories of a sub-field. Nothing here ties
 * people yet; that is the rule of the collaboration network.
 */
package dev.clade.lineage.ecosystem.network.commit;
