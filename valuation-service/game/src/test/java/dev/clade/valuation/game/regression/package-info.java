/** Tests of the regressions against exact values, closed forms and repeated sampling. */
package dev.clade.valuation.game.regression;
