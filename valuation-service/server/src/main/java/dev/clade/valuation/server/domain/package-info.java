/**
 * What the valuation service speaks of: image sets, runs, evaluations and their ledger.
 *
 * <p>Immutable values that know neither protocol nor database. Coalitions, designs and estimators
 * themselves are in {@code clade-valuation-game}.
 */
package dev.clade.valuation.server.domain;
