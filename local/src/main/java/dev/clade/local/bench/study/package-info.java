/**
 * Benches of the analyses: statistics on as many repositories as a hub has, beside the programs
 * that analysts use where they are on the machine.
 */
package dev.clade.local.bench.study;
