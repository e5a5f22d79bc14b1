/** Tests of intervals against hand-worked cases, exact variances and coverage of the truth. */
package dev.clade.valuation.game.certainty;
