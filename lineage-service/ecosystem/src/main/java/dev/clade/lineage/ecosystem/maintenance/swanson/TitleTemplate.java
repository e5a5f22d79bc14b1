package dev.clade.lineage.ecosystem.maintenance.swanson;

import dev.clade.lineage.ecosystem.maintenance.pattern.PatternRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the titles are that a hub or its library writes, not a person. */
public enum TitleTemplate {
  /** Something is brought: {@code initial commit}, {@code Upload model.safetensors}. */
  DELIVERY,
  /** The card is written: {@code Update README.md}. */
  DOCUMENTATION;

  private static final List<PatternRule<TitleTemplate>> SHIPPED =
      PatternRule.shipped(TitleTemplate.class, "templated_titles.tsv", TitleTemplate.class);

  /** Returns which template the title of a message, its first line, is made by, if by any. */
  public static Optional<TitleTemplate> of(String message) {
    String title = message.lines().findFirst().orElse("").toLowerCase(Locale.ROOT).strip();
    return SHIPPED.stream().filter(each -> each.in(title)).map(PatternRule::category).findFirst();
  }
}
