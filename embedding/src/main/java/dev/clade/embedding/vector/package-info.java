/** Vectors of repositories, whoever made them: a network, or a baseline from raw features. */
package dev.clade.embedding.vector;
