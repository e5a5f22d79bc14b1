/** Tests of the benches of valuation. */
package dev.clade.local.bench.valuation;
