/**
 * How well models are documented, as far as no language model has to judge: claim C3 of Jones et
 * al. (2024, arXiv 2406.08205) and the cards of Laufer et al. (2025, arXiv 2508.06811).
 *
 * <p>Jones et al. take the mean of a card's score by GPT-4 and of the share of 14 metadata fields
 * that are there. Their answers are not to be had, nor does what could be read name the 14 fields;
 * the share here is of fields that the caller gives, so a score here is not the study's.
 */
package dev.clade.lineage.ecosystem.documentation;
