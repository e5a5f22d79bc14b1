/** Tests of clusters on games whose utilities count distinct items. */
package dev.clade.valuation.game.quotient;
