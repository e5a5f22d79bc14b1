/** Tests of the process against exact values, numpy and repeated sampling. */
package dev.clade.valuation.game.process;
