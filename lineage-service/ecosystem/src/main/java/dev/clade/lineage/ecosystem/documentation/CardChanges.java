package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * How cards change from a model to one derived from it (Laufer et al., arXiv 2508.06811).
 *
 * @param card over derivations: 1 for a model with a card, 0 for one without
 * @param automatic over derivations with a card on both sides: 1 for one generated automatically
 * @param length over the same: of the cards, in characters
 * @param languages over derivations whose models both tell their languages: how many
 */
public record CardChanges(Change card, Change automatic, Change length, Change languages) {
  /**
   * Compares the models of each derivation, in O(derivations).
   *
   * @param cards the card of each model, {@link Card#NONE} when it has none, nothing when that is
   *     not known; derivations with an unknown card count for languages only
   * @param languages the languages of each model, none when it tells none
   */
  public static CardChanges of(
      DerivationGraph graph,
      IntFunction<Optional<Card>> cards,
      IntFunction<Set<String>> languages) {
    Sums card = new Sums();
    Sums automatic = new Sums();
    Sums length = new Sums();
    Sums counts = new Sums();
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        int base = graph.base(model, i);
        Card before = cards.apply(base).orElse(null);
        Card after = cards.apply(model).orElse(null);
        if (before != null && after != null) {
          card.add(number(before.isThere()), number(after.isThere()));
          if (before.isThere() && after.isThere()) {
            automatic.add(number(before.automatic()), number(after.automatic()));
            length.add(before.length(), after.length());
          }
        }
        int languagesBefore = languages.apply(base).size();
        int languagesAfter = languages.apply(model).size();
        if (languagesBefore > 0 && languagesAfter > 0) {
          counts.add(languagesBefore, languagesAfter);
        }
      }
    }
    return new CardChanges(card.means(), automatic.means(), length.means(), counts.means());
  }

  private static int number(boolean value) {
    return value ? 1 : 0;
  }

  /**
   * A mean before and after.
   *
   * @param derivations over how many
   * @param base the mean of base models; NaN without any
   * @param derived the mean of derived models
   */
  public record Change(long derivations, double base, double derived) {
    /** Returns how much larger the derived models' mean is. */
    public double difference() {
      return derived - base;
    }
  }

  private static final class Sums {
    private long count;
    private double base;
    private double derived;

    void add(double before, double after) {
      count++;
      base += before;
      derived += after;
    }

    Change means() {
      return new Change(count, base / count, derived / count);
    }
  }
}
