/**
 * Attribution of generated images to training images and so to contributors, without training a
 * model for each coalition: by gradients, by pixels and by size.
 *
 * <p>These scores say which images made the generated ones likely, not what a property of the model
 * is worth, and gradients see how strong an influence is, not whether it is a good one: images of
 * noise have large gradients and get high scores. They are baselines to compare Shapley values
 * with, never something to pay by.
 */
package dev.clade.valuation.worker.attribution;
