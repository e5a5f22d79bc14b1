package dev.clade.embedding.token;

import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.repository.RepositoryRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tags, entries of the configuration and headings of a card's tables as {@code field:value}.
 *
 * <p>The first token is the repository's kind, which it shares with all of its kind and which
 * therefore does not count as saying something.
 */
public final class TagTokens {
  /** How many buckets there are. */
  public static final int BUCKETS = 1 << 16;

  private static final int MOST_COLUMNS = 40;
  private static final int LONGEST_VALUE = 60;
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Pattern RULE_LINE =
      Pattern.compile("\\s*\\|?(?:\\s*:?-+:?\\s*\\|)+\\s*(?::?-+:?)?\\s*\\|?\\s*");
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?%?");
  private static final Pattern TABLE_CELL = Pattern.compile("\\|");

  private TagTokens() {}

  /** Returns the tokens of a repository, the one of its kind first. */
  public static List<String> of(RepositoryRecord record, LeakList leaks) {
    List<String> tokens = new ArrayList<>();
    tokens.add("kind:" + record.kind().name().toLowerCase(Locale.ROOT));
    for (String tag : record.tags()) {
      // Where the hub keeps it says nothing of it.
      if (!tag.startsWith("region:") && leaks.keepsTag(record, tag)) {
        tokens.add(tag(tag));
      }
    }
    for (Map.Entry<String, String> entry : new TreeMap<>(record.config()).entrySet()) {
      if (leaks.keepsConfiguration(entry.getKey())) {
        tokens.add("cfg." + entry.getKey() + "=" + bucketed(entry.getValue()));
      }
    }
    columns(record.card()).forEach((name, type) -> tokens.add("col:" + name + ":" + type));
    return tokens;
  }

  /** Returns the buckets of tokens. */
  public static int[] hash(List<String> tokens) {
    return tokens.stream().mapToInt(each -> TokenHash.bucket(each, BUCKETS)).toArray();
  }

  private static String tag(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    if (lower.startsWith("dataset:")) {
      return "ds:" + lower.substring("dataset:".length());
    }
    if (lower.startsWith("language:")) {
      return "lang:" + lower.substring("language:".length());
    }
    if (lower.startsWith("arxiv:") || lower.startsWith("sdk:")) {
      return lower;
    }
    return (LANGUAGES.contains(lower) ? "lang:" : "tag:") + lower;
  }

  /** A number as the power of two below it, so that sizes nearly alike are alike. */
  private static String bucketed(String value) {
    if (NUMBER.matcher(value).matches() && !value.endsWith("%")) {
      double number = Math.abs(Double.parseDouble(value));
      if (number > 1 && number <= Double.MAX_VALUE) {
        return "2^" + Math.getExponent(number);
      }
    }
    return value.substring(0, Math.min(LONGEST_VALUE, value.length())).toLowerCase(Locale.ROOT);
  }

  /** The columns of the tables of a card, each with what its first cell is. */
  private static Map<String, String> columns(String card) {
    if (card.indexOf('|') < 0) {
      return Collections.emptyMap();
    }
    List<String> lines = card.lines().toList();
    Map<String, String> columns = new TreeMap<>();
    for (int i = 1; i < lines.size() && columns.size() < MOST_COLUMNS; i++) {
      Matcher rule = RULE_LINE.matcher(lines.get(i));
      if (rule.matches() && lines.get(i - 1).indexOf('|') >= 0) {
        List<String> names = cells(lines.get(i - 1));
        List<String> first = i + 1 < lines.size() ? cells(lines.get(i + 1)) : List.of();
        for (int c = 0; c < names.size(); c++) {
          String cell = c < first.size() ? first.get(c) : "";
          String type =
              cell.isEmpty() ? "none" : NUMBER.matcher(cell).matches() ? "number" : "text";
          String name = String.join(" ", Words.of(names.get(c)));
          if (!name.isEmpty() && name.length() <= LONGEST_VALUE) {
            columns.put(name, type);
          }
        }
      }
    }
    return columns;
  }

  private static List<String> cells(String line) {
    String inner = line.strip();
    inner = inner.startsWith("|") ? inner.substring(1) : inner;
    inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
    return TABLE_CELL.splitAsStream(inner).map(String::strip).toList();
  }
}
