package dev.clade.lineage.ecosystem.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of an analysis' parameters, all of them, each in its one form: parameters that mean
 * the same are equal.
 *
 * @param values by name
 */
public record Parameters(SortedMap<String, String> values) {
  /** Stands for days that the analysis chooses. */
  public static final String AUTO = "auto";

  /** Keeps an unchangeable copy. */
  public Parameters {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * Returns what is set, and the standard values of what is not.
   *
   * @throws InvalidParameterException when one is set that there is not, or to what it must not be
   */
  public static Parameters of(List<ParameterDefinition> definitions, Map<String, String> set) {
    TreeMap<String, String> values = new TreeMap<>();
    for (ParameterDefinition each : definitions) {
      String text = set.getOrDefault(each.name(), each.standard());
      values.put(
          each.name(),
          each.reader()
              .apply(text)
              .orElseThrow(() -> new InvalidParameterException(each.name(), text, each.rule())));
    }
    for (Map.Entry<String, String> each : set.entrySet()) {
      if (!values.containsKey(each.getKey())) {
        throw new InvalidParameterException(each.getKey(), each.getValue(), nameRule(values));
      }
    }
    return new Parameters(values);
  }

  /** Returns a whole number. */
  public int whole(String name) {
    return Integer.parseInt(values.get(name));
  }

  /** Returns different whole numbers, ascending. */
  public List<Integer> wholes(String name) {
    return words(name).stream().map(Integer::valueOf).toList();
  }

  /** Returns the words of a choice. */
  public List<String> words(String name) {
    return List.of(values.get(name).split(","));
  }

  /** Returns the word of a choice of one. */
  public String word(String name) {
    return values.get(name);
  }

  /** Returns a month. */
  public YearMonth month(String name) {
    return YearMonth.parse(values.get(name));
  }

  /** Returns days, ascending, or nothing when the analysis is to choose them. */
  public Optional<List<LocalDate>> dates(String name) {
    return values.get(name).equals(AUTO)
        ? Optional.empty()
        : Optional.of(words(name).stream().map(LocalDate::parse).toList());
  }

  private static String nameRule(SortedMap<String, String> values) {
    return values.isEmpty()
        ? "must not be set: this analysis has no parameters"
        : "must have the name of a parameter: " + String.join(", ", values.keySet());
  }
}
