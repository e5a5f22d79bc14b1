/**
 * Image sets to value: read from a table, or drawn.
 *
 * <p>A set has contributors, whose images a valuation trains models on, and labelled images that
 * belong to nobody, which the models are judged by. The same input gives the same set, byte for
 * byte.
 */
package dev.clade.local.images;
