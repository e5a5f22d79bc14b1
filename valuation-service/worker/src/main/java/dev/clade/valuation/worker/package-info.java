/**
 * The reference worker of valuations: a process that leases coalitions, trains a small diffusion
 * model on the images of each, measures what the model generates and reports utilities.
 *
 * <p>This package holds the command line only. The packages below it know training (`diffusion`),
 * measuring (`reference`, `metric`), their composition (`evaluation`) and the worker contract
 * (`lease`); nothing in the first three knows the last.
 */
package dev.clade.valuation.worker;
