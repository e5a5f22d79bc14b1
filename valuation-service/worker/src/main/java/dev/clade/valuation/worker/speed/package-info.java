/**
 * How fast the worker trains and samples, measured on request of a bench that measures another
 * program in turn.
 */
package dev.clade.valuation.worker.speed;
