/** The experiments, each a question with the tables that answer it and checks of what it claims. */
package dev.clade.valuation.study.experiment;
