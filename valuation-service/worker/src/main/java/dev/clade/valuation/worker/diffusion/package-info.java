/**
 * Denoising diffusion models: their networks, noise schedules, training, deterministic sampler and
 * gradients.
 *
 * <p>They are meant for thousands of trainings on small images: a perceptron is trained in a
 * fraction of a second on one core, and what it generates tells good training data from bad. What a
 * training gives is plain numbers on the Java heap, which can be made narrower, trained on, and
 * loaded to a device by any thread.
 */
package dev.clade.valuation.worker.diffusion;
