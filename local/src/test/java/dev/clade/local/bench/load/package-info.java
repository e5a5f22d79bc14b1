/** Tests of the counting of calls, and the benches of load on a small scale. */
package dev.clade.local.bench.load;
