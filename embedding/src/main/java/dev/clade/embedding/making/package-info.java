/**
 * Makes features, labels and relations of raw records.
 *
 * <p>What has to be counted over a corpus is a {@link dev.clade.embedding.making.Vocabulary}, which
 * is kept beside a network so that a repository or a query of later is encoded alike.
 */
package dev.clade.embedding.making;
