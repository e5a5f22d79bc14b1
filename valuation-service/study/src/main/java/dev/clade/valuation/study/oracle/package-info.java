/**
 * Utilities of coalitions of a split, by retraining or by something cheaper, and the file that
 * keeps each of them once and for all.
 */
package dev.clade.valuation.study.oracle;
