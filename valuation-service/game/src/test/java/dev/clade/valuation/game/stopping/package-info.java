/** Tests of rules that stop runs, and of their errors over many looks. */
package dev.clade.valuation.game.stopping;
