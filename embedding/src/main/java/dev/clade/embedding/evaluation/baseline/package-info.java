/**
 * What an embedding has to beat and needs no training of a network: text search, raw features, late
 * fusion, and guesses from the lineage that is declared.
 */
package dev.clade.embedding.evaluation.baseline;
