/** Tests of utilities, their ledger and that threads do not matter. */
package dev.clade.valuation.study.oracle;
