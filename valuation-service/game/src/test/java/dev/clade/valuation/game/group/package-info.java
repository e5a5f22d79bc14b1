/** Tests of values of groups against brute force and axioms. */
package dev.clade.valuation.game.group;
