/**
 * Checks that the parts of a mesh agree: the catalogue with its feed and its imports, the graph
 * with the catalogue, the values with the ledger.
 *
 * <p>All of them only read, through the services' contracts. They compare what two parts say on
 * their own, and never an answer with itself. While something is being imported, they may disagree.
 */
package dev.clade.local.check;
