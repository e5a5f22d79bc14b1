/**
 * Features of repositories, as a network reads them: a row a repository, a block of columns a view.
 *
 * <p>A view that says nothing of a repository is absent there; nothing is imputed.
 */
package dev.clade.embedding.feature;
