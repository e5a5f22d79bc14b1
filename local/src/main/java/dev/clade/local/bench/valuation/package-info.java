/**
 * Benches of valuation: how near estimated values come to exact ones, beside the libraries that
 * others use where they are on the machine.
 */
package dev.clade.local.bench.valuation;
