package dev.clade.embedding.version;

import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.ParentModel;
import java.util.List;

/**
 * How parents are inferred.
 *
 * @param scorers names of the scorers of pairs, in the order in which the model has their weights
 * @param model the regression over features of pairs
 * @param confidence from its scores to states and probabilities
 */
public record ParentConfidence(List<String> scorers, ParentModel model, Confidence confidence) {
  /** Takes an unmodifiable copy of the list. */
  public ParentConfidence {
    scorers = List.copyOf(scorers);
  }
}
