/** Tests of coalitions and tables. */
package dev.clade.valuation.game;
