/** How trainings end that do not end well, whatever is trained. */
package dev.clade.valuation.worker.training;
