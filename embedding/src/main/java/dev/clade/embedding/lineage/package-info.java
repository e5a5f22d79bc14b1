/**
 * What the neighbours of a repository in the declared lineage are like: base vectors of the
 * neighbours, averaged by fixed operators.
 */
package dev.clade.embedding.lineage;
