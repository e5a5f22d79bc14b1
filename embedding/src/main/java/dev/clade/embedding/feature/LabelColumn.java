package dev.clade.embedding.feature;

import java.util.List;

/**
 * A label that some repositories have.
 *
 * @param task what is labelled, such as {@code license}
 * @param classes names of the classes
 * @param values for each row the index of its class, -1 without one
 */
public record LabelColumn(String task, List<String> classes, int[] values) {
  /** What a row without a label has. */
  public static final int NONE = -1;

  /** Takes an unmodifiable copy of the classes. */
  public LabelColumn {
    classes = List.copyOf(classes);
  }
}
