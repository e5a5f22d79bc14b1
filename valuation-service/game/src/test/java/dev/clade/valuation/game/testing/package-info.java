/** Games to test with. */
package dev.clade.valuation.game.testing;
