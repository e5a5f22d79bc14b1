/** Tests of statistics against hand-worked cases. */
package dev.clade.valuation.game.statistic;
