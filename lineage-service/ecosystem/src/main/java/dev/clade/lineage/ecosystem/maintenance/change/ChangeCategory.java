package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.maintenance.pattern.PatternRule;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a commit of a model changes. */
public enum ChangeCategory {
  /** What training made: weights. */
  OUTPUT_DATA,
  /** The form of another library, for those who use that one. */
  SHARING,
  /** How the model is built: its configuration and code. */
  MODEL_STRUCTURE,
  /** What training or generation is set to. */
  PARAMETER_TUNING,
  /** What is done to the input before: tokenizers and the like. */
  PRE_PROCESSING,
  /** What people read. */
  EXTERNAL_DOCUMENTATION,
  /** What only the repository needs. */
  PROJECT_METADATA;

  private static final List<PatternRule<ChangeCategory>> SHIPPED =
      PatternRule.shipped(ChangeCategory.class, "path_rules.tsv", ChangeCategory.class);

  /** Returns all categories that a file of a commit is in; none if its files tell nothing. */
  public static Set<ChangeCategory> of(Collection<String> paths) {
    Set<ChangeCategory> found = EnumSet.noneOf(ChangeCategory.class);
    for (String path : paths) {
      String lower = path.toLowerCase(Locale.ROOT);
      SHIPPED.stream().filter(each -> each.in(lower)).forEach(each -> found.add(each.category()));
    }
    return found;
  }
}
