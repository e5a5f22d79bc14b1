/** Tests of the benches of training. */
package dev.clade.local.bench.training;
