/**
 * Ledgers as tables that other programs read and write.
 *
 * <p>A {@link dev.clade.local.ledger.LedgerTable} has a row for each evaluation: a column of 0 and
 * 1 for each contributor, one for each utility with all its digits, and what else the ledger says.
 * It goes to CSV and Parquet and comes back the same, bit for bit.
 */
package dev.clade.local.ledger;
