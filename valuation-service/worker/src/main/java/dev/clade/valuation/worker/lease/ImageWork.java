package dev.clade.valuation.worker.lease;

import dev.clade.valuation.worker.evaluation.EvaluationRequest;
import java.util.BitSet;

/**
 * A model of images to train and measure.
 *
 * @param imageSet resource name of the images
 * @param request what to evaluate
 * @param checkpoint resource name of what fine-tuning starts from; may be empty where nothing does
 */
public record ImageWork(String imageSet, EvaluationRequest request, String checkpoint)
    implements Work {
  @Override
  public BitSet coalition() {
    return request.coalition();
  }

  @Override
  public int replicate() {
    return request.replicate();
  }
}
