package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.maintenance.pattern.PatternRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the title of a commit tells of its files, when the hub's editor or a library wrote it: the
 * path of the one file, such as {@code Update config.json}, or what a library pushes under that
 * title, such as {@code Upload tokenizer}. This is evidence, not knowledge: a person can write the
 * same, and a title can leave out files.
 */
final class ChangeTitle {
  private static final Pattern PATH =
      Pattern.compile(
          "^(?:upload|update|create|delete|add|remove|rename)"
              + " (\\S*\\.[a-z]\\w*|\\S*readme|\\S*licen[sc]e)"
              + "(?: to (\\S+))?(?: with (?:huggingface_hub|git-lfs))?(?: \\(#\\d+\\))?$");
  private static final List<PatternRule<ChangeCategory>> SHIPPED =
      PatternRule.shipped(ChangeTitle.class, "title_rules.tsv", ChangeCategory.class);

  private ChangeTitle() {}

  /** Returns the categories of a message's title, its first line; empty when it does not tell. */
  static Optional<Set<ChangeCategory>> categories(String message) {
    String title = message.lines().findFirst().orElse("").toLowerCase(Locale.ROOT).strip();
    Matcher path = PATH.matcher(title);
    if (path.find()) {
      return Optional.of(
          ChangeCategory.of(
              Stream.of(path.group(1), path.group(2)).filter(each -> each != null).toList()));
    }
    Set<ChangeCategory> found = EnumSet.noneOf(ChangeCategory.class);
    SHIPPED.stream().filter(each -> each.in(title)).forEach(each -> found.add(each.category()));
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
