package dev.clade.lineage.ecosystem.activity;

import java.util.List;

/** How to read an activity report: rules, and where they differ from the studies'. */
final class ActivityNotes {
  /** In the order of the tables. */
  static final List<String> NOTES =
      List.of(
          "Repositories are those that the catalogue had when the report was computed and that the"
              + " hub still has. Downloads are of the 30 days before; spaces have none."
              + " Discussions, commits and contributors are missing where they were never fetched,"
              + " which is not 0; a measure that is known of no repository of a kind has no rows.",
          "The study's scripts write likes and downloads of 0 as missing, and its share of models"
              + " without downloads counts them. So each is told twice: zeros counted, and zeros"
              + " missing.",
          "The standard deviation has the divisor n − 1; quantiles interpolate linearly. Skewness is"
              + " g₁ = m₃/m₂^1.5, as SciPy has it, and G₁ = g₁·√(n(n − 1))/(n − 2), as pandas.",
          "The Gini coefficient is Σ (2i − n − 1)·xᵢ/(n·Σx) over ascending values. A top share is"
              + " what the ⌈p·n⌉ largest of n have of all. The Herfindahl–Hirschman index is the sum"
              + " of squared shares.",
          "The study says \"Pareto\" and gives no fit. Here the discrete power law is fitted to the"
              + " values above 0 as Clauset, Shalizi and Newman do: xmin is the observed value of"
              + " the smallest Kolmogorov–Smirnov distance whose tail has 50 values or more, α the"
              + " likeliest. The bootstrap, if replicates are asked for, rules a law out where p is"
              + " below .1; they ask for 1,000 replicates.",
          "Alternatives are the likeliest of the same tail: a lognormal over [x − ½, x + ½] and a"
              + " shifted geometric distribution. By Vuong's test they are not distinguishable from"
              + " p = .1 on, nor is a lognormal that has become a power law.",
          "Correlations are Spearman's, of mid-ranks, over the repositories that have both values."
              + " The study does not tell whether it left zeros out, so there are both.",
          "One contributor: among the repositories that are known to have any.",
          "An owner is what stands before the slash in a name, or the name itself. What is missing"
              + " adds nothing to an owner's sum.",
          "A repository is of a sub-field if any of its tags is one of the study's; it may be of"
              + " several. Datasets have their tasks in tags that begin with task_categories:, which"
              + " none of the study's is, so few of them are of a sub-field.",
          "Which licences are permissive or restrictive is Clade's own table, as the study's was not"
              + " published: permissive asks at most for attribution, a copy of the licence and a"
              + " note of changes. With first, only the first licence counts, as in the study's"
              + " scripts; with all, the strictest does. Licences in no group are listed, never"
              + " guessed, and no part of a test.",
          "The study says that groups of licences differ significantly and names no test. Here:"
              + " Kruskal and Wallis with H corrected for ties, ε² = H/(n − 1) and"
              + " η² = (H − k + 1)/(n − k); Dunn's test of each pair, two-sided, after Holm and"
              + " after Bonferroni; A₁₂ = U/(n₁·n₂), and Cliff's δ = 2·A₁₂ − 1.");

  private ActivityNotes() {}
}
