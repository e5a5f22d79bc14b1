/** Tests of payouts that need no server. */
package dev.clade.valuation.server.payout;
