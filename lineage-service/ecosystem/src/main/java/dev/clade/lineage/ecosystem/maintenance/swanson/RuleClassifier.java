package dev.clade.lineage.ecosystem.maintenance.swanson;

import dev.clade.lineage.ecosystem.maintenance.pattern.PatternRule;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The rules of the protocol by which Amit and Feitelson (arXiv 2007.10912) labelled commits, as far
 * as words can tell: a prefix of conventional commits decides; otherwise a commit is for each class
 * of which a word is left once the class's exceptions are taken out.
 *
 * <p>The protocol names groups of words; the words are ours. They were written with a few dozen of
 * the judged messages in view, before any were scored, and not changed after.
 */
public final class RuleClassifier implements CommitClassifier {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<PatternRule<CommitClass>> prefixes;
  private final List<PatternRule<CommitClass>> words;
  private final List<PatternRule<CommitClass>> exceptions;

  /**
   * Takes rules.
   *
   * @param prefixes the first that is in a message decides alone
   * @param words that speak for a class
   * @param exceptions that are taken out, in this order, before the words of their class are sought
   */
  public RuleClassifier(
      List<PatternRule<CommitClass>> prefixes,
      List<PatternRule<CommitClass>> words,
      List<PatternRule<CommitClass>> exceptions) {
    this.prefixes = List.copyOf(prefixes);
    this.words = List.copyOf(words);
    this.exceptions = List.copyOf(exceptions);
  }

  /** Returns the rules that come with Clade. */
  public static RuleClassifier shipped() {
    return new RuleClassifier(
        shipped("prefixes.tsv"), shipped("words.tsv"), shipped("exceptions.tsv"));
  }

  @Override
  public Set<CommitClass> classes(String message) {
    String text = SPACES.matcher(message.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    Set<CommitClass> found = EnumSet.noneOf(CommitClass.class);
    for (PatternRule<CommitClass> prefix : prefixes) {
      if (prefix.in(text)) {
        found.add(prefix.category());
        return found;
      }
    }
    for (CommitClass each : CommitClass.values()) {
      String left = without(exceptions, each, text);
      if (words.stream().anyMatch(word -> word.category() == each && word.in(left))) {
        found.add(each);
      }
    }
    return found;
  }

  private static String without(
      List<PatternRule<CommitClass>> exceptions, CommitClass of, String text) {
    String left = text;
    for (PatternRule<CommitClass> exception : exceptions) {
      if (exception.category() == of) {
        left = exception.pattern().matcher(left).replaceAll(" ");
      }
    }
    return left;
  }

  private static List<PatternRule<CommitClass>> shipped(String file) {
    return PatternRule.shipped(RuleClassifier.class, file, CommitClass.class);
  }
}
