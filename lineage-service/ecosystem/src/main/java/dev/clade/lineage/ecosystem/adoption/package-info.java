/**
 * How far models are adopted in spaces, the hub's applications, after Osborne, Ding and Kirk (arXiv
 * 2405.13058).
 *
 * <p>A model's adoption is the number of spaces that list it. Who owns the adopted models, and how
 * unequally adoption is shared out, says whether few companies dominate. Models that are used
 * together tie each other; the study mentions this without a rule, so the projection is Clade's
 * own.
 */
package dev.clade.lineage.ecosystem.adoption;
