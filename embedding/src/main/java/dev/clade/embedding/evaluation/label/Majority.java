package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.feature.LabelColumn;
import java.util.Arrays;

/** The most frequent label of all that are known. */
public record Majority() implements LabelPredictor {
  @Override
  public String name() {
    return "B0 majority";
  }

  @Override
  public int[] predict(LabelColumn labels, int[] support, int[] validation, int[] queries) {
    int[] counts = new int[labels.classes().size()];
    for (int row : support) {
      counts[labels.values()[row]]++;
    }
    int[] predicted = new int[queries.length];
    Arrays.fill(predicted, LineageAverage.most(counts, counts));
    return predicted;
  }
}
