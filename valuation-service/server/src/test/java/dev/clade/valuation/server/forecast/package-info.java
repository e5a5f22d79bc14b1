/** Tests of what is told to be ahead of runs. */
package dev.clade.valuation.server.forecast;
