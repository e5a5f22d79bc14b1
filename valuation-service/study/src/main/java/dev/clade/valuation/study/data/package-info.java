/** Labelled images from files: handwritten digits as a table, and anything in the IDX format. */
package dev.clade.valuation.study.data;
