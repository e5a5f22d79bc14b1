/** Tests of the estimators against closed forms, brute force, axioms and repeated sampling. */
package dev.clade.valuation.game.estimate;
