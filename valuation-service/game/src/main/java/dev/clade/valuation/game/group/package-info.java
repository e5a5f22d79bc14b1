/** Values of players who act in groups. */
package dev.clade.valuation.game.group;
