/**
 * Image sets as the worker sees them: pixels as numbers in [-1, 1], images of contributors, and
 * labelled reference images owned by nobody.
 */
package dev.clade.valuation.worker.image;
