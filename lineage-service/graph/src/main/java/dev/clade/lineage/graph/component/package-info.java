/**
 * Parts of the graph that hang together: strongly, where every artifact stems from every other, and
 * weakly, where relations connect them whichever way they point.
 */
package dev.clade.lineage.graph.component;
