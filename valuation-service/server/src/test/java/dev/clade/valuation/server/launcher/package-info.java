/** Tests of the local launcher with real child processes. */
package dev.clade.valuation.server.launcher;
