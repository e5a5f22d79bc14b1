/** Evaluations of coalitions of repositories. */
package dev.clade.valuation.worker.embedding;
