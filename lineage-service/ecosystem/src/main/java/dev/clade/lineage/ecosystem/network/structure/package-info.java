/**
 * What single numbers say of the shape of a network: size, density, reciprocity, assortativity,
 * clustering, cores and components.
 *
 * <p>Each measure has one class with its formula; several have a directed and an undirected form,
 * which the literature mixes, so each form has its name. A measure that is not defined for a graph,
 * such as the reciprocity of one without edges, is NaN and never 0.
 */
package dev.clade.lineage.ecosystem.network.structure;
