/** What all studies write, and how they show how far they are. */
package dev.clade.valuation.study.output;
