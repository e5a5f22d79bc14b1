/** Tests of dealing images out. */
package dev.clade.valuation.study.split;
