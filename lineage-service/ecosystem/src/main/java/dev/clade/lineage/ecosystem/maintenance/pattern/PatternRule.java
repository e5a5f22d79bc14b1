package dev.clade.lineage.ecosystem.maintenance.pattern;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
    try (InputStream table = beside.getResourceAsStream(file)) {
      return read(new InputStreamReader(table, StandardCharsets.UTF_8), categories);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a header line, then a rule a line with its category, its pattern and the reason,
   * separated by tabs. The order is kept.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static <C extends Enum<C>> List<PatternRule<C>> read(Reader table, Class<C> categories)
      throws IOException {
    List<PatternRule<C>> rules = new ArrayList<>();
    List<String> lines = new BufferedReader(table).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length != COLUMNS || Stream.of(columns).anyMatch(String::isBlank)) {
        throw bad(i + 1, "must have a category, a pattern and a reason");
      }
      rules.add(
          new PatternRule<>(
              category(i + 1, columns[0], categories), pattern(i + 1, columns[1]), columns[2]));
    }
    return List.copyOf(rules);
  }

  private static <C extends Enum<C>> C category(int line, String name, Class<C> categories) {
    return Stream.of(categories.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                bad(
                    line,
                    "must name a category of %s: %s"
                        .formatted(List.of(categories.getEnumConstants()), name)));
  }

  private static Pattern pattern(int line, String expression) {
    try {
      return Pattern.compile(expression);
    } catch (PatternSyntaxException e) {
      throw bad(line, "must have a regular expression: " + e.getDescription());
    }
  }

  private static IllegalArgumentException bad(int line, String rule) {
    return new IllegalArgumentException("line %d of the rules: %s".formatted(line, rule));
  }
}
