package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.feature.LabelColumn;

/** Something that fills in labels. It may look at the labels of support and validation only. */
public interface LabelPredictor {
  /** Returns its name in tables. */
  String name();

  /**
   * Predicts classes.
   *
   * @param labels what is to be filled in
   * @param support rows whose labels may be learned from, at least one
   * @param validation rows whose labels may be used to choose settings; may be none
   * @param queries rows to predict
   * @return for each query the index of a class
   */
  int[] predict(LabelColumn labels, int[] support, int[] validation, int[] queries);
}
