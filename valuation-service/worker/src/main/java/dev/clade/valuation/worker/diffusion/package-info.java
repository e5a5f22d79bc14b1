/**
 * A tiny denoising diffusion model: its noise schedule, network, training and deterministic
 * sampler.
 *
 * <p>It is meant for images of 4x4 to 64x64 grey pixels and for thousands of trainings: small
 * enough to be trained in a fraction of a second on one core, good enough that what it generates
 * tells good training data from bad.
 */
package dev.clade.valuation.worker.diffusion;
