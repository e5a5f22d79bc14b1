/** Tests of scores against SciPy and hand-worked cases. */
package dev.clade.valuation.game.evaluation;
