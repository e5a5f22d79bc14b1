/**
 * The collaboration network of a hub's developers, after Osborne, Ding and Kirk (arXiv 2405.13058).
 *
 * <p>Commits say who works with whom; the sub-packages hold the ideas that the study needs, one
 * each: commits, graphs, structure, position, core and periphery, communities. The report here puts
 * them together, once with every account and once without bots, because nothing in the study
 * removes these and the most central node of a hub is otherwise the hub itself.
 */
package dev.clade.lineage.ecosystem.network;
