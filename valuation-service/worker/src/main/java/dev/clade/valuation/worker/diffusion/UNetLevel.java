package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.module.Convolution;
import java.util.List;
import java.util.Optional;

/**
 * The blocks of a U-Net at one resolution.
 *
 * @param stages the blocks
 * @param resampling what follows them on the way to the next resolution
 */
record UNetLevel(List<UNetStage> stages, Optional<Convolution> resampling) {}
