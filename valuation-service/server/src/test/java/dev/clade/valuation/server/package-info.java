/** Tests of the valuation service as a whole: its layers, health and metrics. */
package dev.clade.valuation.server;
