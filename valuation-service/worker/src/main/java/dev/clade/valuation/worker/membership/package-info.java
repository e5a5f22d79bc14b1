/**
 * Membership inference: whether images were among those that a given model was trained on, told
 * from what the model makes of them.
 *
 * <p>It is an audit, "was this contributor's data used at all?". It measures no value: evidence is
 * strongest for rare images and copies, so nobody can be paid by it. Evidence for a single image is
 * weak even for heavily overfitted models, close to guessing at low false positive rates; evidence
 * for a contributor adds up over images and is far stronger. It means anything only beside images
 * that were surely not used and are otherwise alike; where the two differ for other reasons, it
 * tells that difference.
 */
package dev.clade.valuation.worker.membership;
