/** Tests of the designs against the definition of the Shapley kernel. */
package dev.clade.valuation.game.design;
