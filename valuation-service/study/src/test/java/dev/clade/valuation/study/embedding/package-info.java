/** Tests of the model card. */
package dev.clade.valuation.study.embedding;
