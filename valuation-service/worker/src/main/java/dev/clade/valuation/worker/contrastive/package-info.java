/**
 * Training of the shared embedding: an encoder for each view of a repository, and one vector that
 * they fuse to.
 *
 * <p>Dense layers and losses are libtorch's. The tables of token vectors stay on the Java heap and
 * are moved row by row, since a batch touches little of them. A training is a pure function of its
 * features, plan and seed, with one thread to the bit, and goes on after a kill as if there had
 * been none.
 */
package dev.clade.valuation.worker.contrastive;
