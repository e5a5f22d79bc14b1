/**
 * Payouts as documents that everybody can check.
 *
 * <p>A {@link dev.clade.valuation.document.PayoutDocument} holds everything that a payout was
 * computed from and the hash of its {@link dev.clade.valuation.document.Ledger}, in the one form
 * that {@link dev.clade.valuation.document.CanonicalJson} gives. A {@link
 * dev.clade.valuation.document.SigningKey} signs it, and a {@link
 * dev.clade.valuation.document.SignedDocument} is what is stored, sent and verified.
 */
package dev.clade.valuation.document;
