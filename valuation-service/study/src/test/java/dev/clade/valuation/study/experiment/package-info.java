/** Tests of experiments, small enough for a build. */
package dev.clade.valuation.study.experiment;
