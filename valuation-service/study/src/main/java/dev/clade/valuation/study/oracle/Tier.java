package dev.clade.valuation.study.oracle;

import java.util.Locale;

/**
 * How the model of a coalition comes about.
 *
 * @param kind from what it starts
 * @param steps optimizer steps on the coalition's images
 */
public record Tier(Kind kind, int steps) {
  /** From what the model of a coalition starts. */
  public enum Kind {
    /** From its first weights: the ground truth. */
    RETRAINED,
    /** From the model that everybody's images made. */
    FINE_TUNED,
    /** From a narrower model, pruned from that of everybody's and trained on all of it again. */
    SPARSIFIED,
    /**
     * From the model that everybody's images made, moved once against the influence of those who
     * are not in the coalition. With no steps, and not for the coalition of nobody.
     */
    UNLEARNED,
    /**
     * From nothing: the model of everybody's images generates the coalition's shares of classes.
     * Only for models that know classes, and with no steps.
     */
    CONDITIONED
  }

  /** Checks the steps. */
  public Tier {
    boolean trained = kind != Kind.CONDITIONED && kind != Kind.UNLEARNED;
    if (trained ? steps < 1 : steps != 0) {
      throw new IllegalArgumentException(
          "steps: a model that is %s cannot have %d".formatted(kind, steps));
    }
  }

  /** Returns a name without spaces, such as {@code sparsified-100}. */
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return steps == 0 ? name : name + "-" + steps;
  }
}
