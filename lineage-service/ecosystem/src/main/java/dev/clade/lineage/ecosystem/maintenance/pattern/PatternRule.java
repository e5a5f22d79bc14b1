package dev.clade.lineage.ecosystem.maintenance.pattern;

import dev.clade.lineage.ecosystem.reference.TableRow;
import java.io.Reader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A pattern that speaks for a category.
 *
 * @param category what it speaks for
 * @param pattern searched for in text of lower case
 * @param reason why it is there
 */
public record PatternRule<C extends Enum<C>>(C category, Pattern pattern, String reason) {
  private static final int COLUMNS = 3;

  /** Whether the pattern is somewhere in a text, which must be of lower case. */
  public boolean in(String text) {
    return pattern.matcher(text).find();
  }

  /** Reads a table of rules that lies beside a class. */
  public static <C extends Enum<C>> List<PatternRule<C>> shipped(
      Class<?> beside, String file, Class<C> categories) {
    return TableRow.beside(beside, file, table -> read(table, categories));
  }

  /**
   * Reads a table: a header line, then a rule a line with its category, its pattern and the reason,
   * separated by tabs. The order is kept.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static <C extends Enum<C>> List<PatternRule<C>> read(Reader table, Class<C> categories) {
    return TableRow.read(
            table, "the rules", COLUMNS, "must have a category, a pattern and a reason")
        .stream()
        .map(
            row ->
                new PatternRule<>(
                    category(row, row.columns().get(0), categories),
                    pattern(row, row.columns().get(1)),
                    row.columns().get(2)))
        .toList();
  }

  private static <C extends Enum<C>> C category(TableRow row, String name, Class<C> categories) {
    return Stream.of(categories.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                row.bad(
                    "must name a category of %s: %s"
                        .formatted(List.of(categories.getEnumConstants()), name)));
  }

  private static Pattern pattern(TableRow row, String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw row.bad("must have a regular expression: " + e.getDescription());
    }
  }
}
