/** Networks held against hand-worked ones, published figures and what networkx answers. */
package dev.clade.lineage.ecosystem.network;
