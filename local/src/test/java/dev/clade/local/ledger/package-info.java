/** Tests of ledgers as tables. */
package dev.clade.local.ledger;
