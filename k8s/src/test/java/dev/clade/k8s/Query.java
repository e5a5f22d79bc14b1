package dev.clade.k8s;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query of Prometheus asks for. Whether it is one is for {@code promtool} to say; this only
 * reads names out of what is.
 *
 * @param text the query
 */
record Query(String text) {
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right) *\\(([^)]*)\\)");
  private static final Pattern MATCHERS = Pattern.compile("\\{([^}]*)}");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?! *\\()\\b");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /** Returns the metrics. */
  Set<String> metrics() {
    String bare = STRING.matcher(text).replaceAll("");
    for (Pattern pattern : List.of(GROUPING, MATCHERS, RANGE)) {
      bare = pattern.matcher(bare).replaceAll("");
    }
    Set<String> names = names(NAME.matcher(bare));
    names.removeAll(WORDS);
    return names;
  }

  /** Returns the labels that are asked for or grouped by. */
  Set<String> labels() {
    String bare = STRING.matcher(text).replaceAll("");
    Set<String> labels = new TreeSet<>();
    MATCHERS.matcher(bare).results().forEach(m -> labels.addAll(names(LABEL.matcher(m.group(1)))));
    GROUPING.matcher(bare).results().forEach(m -> labels.addAll(names(LABEL.matcher(m.group(2)))));
    return labels;
  }

  private static Set<String> names(Matcher matcher) {
    Set<String> names = new TreeSet<>();
    matcher.results().map(MatchResult::group).forEach(names::add);
    return names;
  }
}
