package dev.clade.lineage.ecosystem.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

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

  /** Defines different whole numbers, given with commas between them. */
  public static ParameterDefinition wholes(
      String name, String meaning, List<Integer> standard, int least, int most) {
    return new ParameterDefinition(
        name,
        meaning,
        String.join(",", standard.stream().map(Object::toString).toList()),
        "must be one or more whole numbers from %d to %d, with commas between them"
            .formatted(least, most),
        text -> readWholes(text, least, most));
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

  /** Defines a choice of one word. */
  public static ParameterDefinition choice(
      String name, String meaning, String standard, List<String> known) {
    return new ParameterDefinition(
        name,
        meaning,
        standard,
        "must be one of " + String.join(", ", known),
        text -> Optional.of(text.strip()).filter(known::contains));
  }

  /** Defines a month. */
  public static ParameterDefinition month(
      String name, String meaning, YearMonth standard, YearMonth least, YearMonth most) {
    return new ParameterDefinition(
        name,
        meaning,
        standard.toString(),
        "must be a month from %s to %s".formatted(least, most),
        text ->
            read(() -> YearMonth.parse(text.strip()))
                .filter(month -> !month.isBefore(least) && !month.isAfter(most))
                .map(YearMonth::toString));
  }

  /** Defines some days in UTC, or {@link Parameters#AUTO}; by itself the latter. */
  public static ParameterDefinition dates(String name, String meaning, int fewest, int most) {
    return new ParameterDefinition(
        name,
        meaning,
        Parameters.AUTO,
        "must be %s, or %d to %d dates such as 2024-07-11, with commas between them"
            .formatted(Parameters.AUTO, fewest, most),
        text -> readDates(text, fewest, most));
  }

  private static Optional<String> readDates(String text, int fewest, int most) {
    if (text.strip().equals(Parameters.AUTO)) {
      return Optional.of(Parameters.AUTO);
    }
    return read(() ->
            Arrays.stream(text.split(",", -1))
                .map(date -> LocalDate.parse(date.strip()))
                .sorted()
                .distinct()
                .map(LocalDate::toString)
                .toList())
        .filter(dates -> dates.size() >= fewest && dates.size() <= most)
        .map(dates -> String.join(",", dates));
  }

  private static <T> Optional<T> read(Supplier<T> reader) {
    try {
      return Optional.of(reader.get());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> readWhole(String text, int least, int most) {
    try {
      int value = Integer.parseInt(text);
      return value < least || value > most ? Optional.empty() : Optional.of("" + value);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> readWholes(String text, int least, int most) {
    List<Optional<String>> values =
        Arrays.stream(text.split(",", -1))
            .map(each -> readWhole(each.strip(), least, most))
            .toList();
    return values.contains(Optional.<String>empty())
        ? Optional.empty()
        : Optional.of(
            values.stream()
                .map(value -> Integer.valueOf(value.get()))
                .distinct()
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining(",")));
  }

  private static Optional<String> readWords(String text, List<String> known) {
    List<String> words = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    return known.containsAll(words)
        ? Optional.of(String.join(",", known.stream().filter(words::contains).toList()))
        : Optional.empty();
  }
}
