/**
 * The valuation service: runs that value contributors, the ledger of what trainings gave, and the
 * workers that train.
 *
 * <p>{@code grpc} maps messages; {@code imageset}, {@code contributor}, {@code run}, {@code lease}
 * and {@code launcher} hold the rules of a feature each; {@code domain} is what they speak of,
 * {@code store} what is kept. Nothing points back, which a test holds.
 */
package dev.clade.valuation.server;
