/** Tests of means of marginal contributions against exact values and closed forms. */
package dev.clade.valuation.game.marginal;
