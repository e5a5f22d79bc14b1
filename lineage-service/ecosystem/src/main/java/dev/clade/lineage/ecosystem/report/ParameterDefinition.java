package dev.clade.lineage.ecosystem.report;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Something that can be set in an analysis.
 *
 * @param name its name, in snake case
 * @param meaning what it does, in a sentence
 * @param standard its value unless it is set, as text
 * @param rule what values it may have, beginning with "must be"
 * @param reader returns a text in the one form that its meaning has, or nothing when it breaks the
 *     rule
 */
public record ParameterDefinition(
    String name,
    String meaning,
    String standard,
    String rule,
    Function<String, Optional<String>> reader) {

  /** Defines a whole number. */
  public static ParameterDefinition whole(
      String name, String meaning, int standard, int least, int most) {
    return new ParameterDefinition(
        name,
        meaning,
        Integer.toString(standard),
        "must be a whole number from %d to %d".formatted(least, most),
        text -> readWhole(text, least, most));
  }

  /** Defines a choice of some words, given with commas between them. */
  public static ParameterDefinition words(
      String name, String meaning, List<String> standard, List<String> known) {
    return new ParameterDefinition(
        name,
        meaning,
        String.join(",", standard),
        "must be one or more of %s, with commas between them".formatted(String.join(", ", known)),
        text -> readWords(text, known));
  }

  private static Optional<String> readWhole(String text, int least, int most) {
    try {
      int value = Integer.parseInt(text);
      return value < least || value > most ? Optional.empty() : Optional.of("" + value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> readWords(String text, List<String> known) {
    List<String> words = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    return known.containsAll(words)
        ? Optional.of(String.join(",", known.stream().filter(words::contains).toList()))
        : Optional.empty();
  }
}
