package dev.clade.embedding.answer;

import java.util.List;

/**
 * What an attribute of a row may be.
 *
 * @param attribute name of its column of labels
 * @param declared what the row declares; empty when nothing
 * @param values the most certain first
 */
public record SuggestedAttribute(String attribute, String declared, List<Value> values) {
  /** Takes an unmodifiable copy of the values. */
  public SuggestedAttribute {
    values = List.copyOf(values);
  }

  /**
   * A value.
   *
   * @param value the value
   * @param confidence how often a suggestion of such votes was right, 0 to 1
   * @param supporters rows that voted for it, the most similar first
   */
  public record Value(String value, double confidence, int[] supporters) {}
}
