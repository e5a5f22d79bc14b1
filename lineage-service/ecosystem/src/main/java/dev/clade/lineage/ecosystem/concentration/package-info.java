/**
 * How unequally something is shared out, such as downloads over models or derivatives over a
 * family.
 *
 * <p>Every measure counts those who have nothing, because on a hub they are most. Values are plain
 * arrays, and no call changes its argument.
 */
package dev.clade.lineage.ecosystem.concentration;
