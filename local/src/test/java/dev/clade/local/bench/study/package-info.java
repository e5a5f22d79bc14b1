/** Tests of the benches of the analyses. */
package dev.clade.local.bench.study;
