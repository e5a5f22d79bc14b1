/**
 * Values where several identities may hold the same data.
 *
 * <p>Whoever copies their data into a second identity takes value from others. Near-duplicates are
 * put into {@link dev.clade.valuation.game.quotient.Clusters} before the game, which are its
 * players; what a cluster is worth goes to its members by what each supplied {@linkplain
 * dev.clade.valuation.game.quotient.FirstSupplied first}, however many identities there are. {@link
 * dev.clade.valuation.game.quotient.SybilGain} tells what copying gains before and after.
 */
package dev.clade.valuation.game.quotient;
