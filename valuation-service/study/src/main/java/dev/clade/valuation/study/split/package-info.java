/**
 * Image sets dealt out to contributors whose worth is known beforehand: honest ones with skewed
 * shares of classes, one whose images are noisy, one who copies another, one with nothing.
 */
package dev.clade.valuation.study.split;
