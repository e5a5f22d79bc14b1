package dev.clade.embedding.evaluation.gate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A condition on a version, with its verdict.
 *
 * @param name such as {@code G1}
 * @param rule what must hold
 * @param verdict whether it does
 * @param evidence what was compared, and what came of it
 */
public record Gate(String name, String rule, Verdict verdict, List<String> evidence) {
  /** Loss that taking text and tags away may cost, relative. */
  public static final double MOST_LOSS = 0.3;

  /** Share of the exact answer that an index must find. */
  public static final double LEAST_RECALL = 0.98;

  /** Keeps an unmodifiable copy. */
  public Gate {
    evidence = List.copyOf(evidence);
  }

  /** Whether a gate's condition holds. */
  public enum Verdict {
    /** It holds. */
    PASSED("passed"),
    /** It does not. */
    FAILED("failed"),
    /** Nothing was measured. */
    NOT_MEASURED("cannot be tested here");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    /** Returns it for people. */
    public String words() {
      return words;
    }
  }

  /** The fused vector is on no task worse than the best single view; else that view is served. */
  public static Gate fusion(List<Comparison> againstBestView) {
    return of(
        "G1",
        "fused at least the best single view on every task",
        againstBestView,
        each -> !each.worse());
  }

  /** With few examples the fused vector is better than TF-IDF with logistic regression. */
  public static Gate fewExamples(List<Comparison> againstText) {
    return of(
        "G2", "fused better than B3 with at most 10 examples", againstText, Comparison::better);
  }

  /** Better than siblings' majority where there are siblings, and than tags alone elsewhere. */
  public static Gate siblings(List<Comparison> againstLineageAndTags) {
    return of(
        "G3",
        "fused better than B1 where siblings exist and than B7 on isolated rows",
        againstLineageAndTags,
        Comparison::better);
  }

  /** Parents are found better than from families and by trained knowledge graph embeddings. */
  public static Gate parents(List<Comparison> againstFamilies) {
    return of(
        "G4", "Hits@10 of parents better than B9 and B10", againstFamilies, Comparison::better);
  }

  /** Similar repositories are found better than by text search, and best by both together. */
  public static Gate similar(List<Comparison> againstText) {
    return of(
        "G5",
        "nDCG@10 better than B2, and fused with BM25 better than either",
        againstText,
        Comparison::better);
  }

  /** Without text and tags at the query little is lost, whatever is asked for. */
  public static Gate missingViews(List<Loss> losses) {
    String rule = "without text and tags at most 30 % is lost of each score, relative";
    if (losses.isEmpty()) {
      return notMeasured("G6", rule);
    }
    return new Gate(
        "G6",
        rule,
        losses.stream().allMatch(each -> each.relative() <= MOST_LOSS)
            ? Verdict.PASSED
            : Verdict.FAILED,
        losses.stream()
            .map(
                each ->
                    "%s %.4f with all views, %.4f without, relative loss %.3f%s"
                        .formatted(
                            each.what(),
                            each.whole(),
                            each.without(),
                            each.relative(),
                            each.relative() <= MOST_LOSS ? "" : ", fails"))
            .toList());
  }

  /** The index finds what the exact scan finds. */
  public static Gate index(double recall) {
    return new Gate(
        "G7",
        "recall@10 of the index at least 0.98",
        recall >= LEAST_RECALL ? Verdict.PASSED : Verdict.FAILED,
        List.of("recall@10 %.4f".formatted(recall)));
  }

  /** Returns the gate with more to say beside its evidence. */
  public Gate noting(List<String> remarks) {
    return new Gate(
        name, rule, verdict, Stream.concat(evidence.stream(), remarks.stream()).toList());
  }

  /** A gate that nothing was measured for. */
  private static Gate notMeasured(String name, String rule) {
    return new Gate(name, rule, Verdict.NOT_MEASURED, List.of());
  }

  private static Gate of(
      String name, String rule, List<Comparison> comparisons, Predicate<Comparison> holds) {
    if (comparisons.isEmpty()) {
      return notMeasured(name, rule);
    }
    List<String> evidence =
        comparisons.stream()
            .map(each -> each.words() + (holds.test(each) ? "" : ", fails"))
            .toList();
    boolean all = comparisons.stream().allMatch(holds);
    return new Gate(name, rule, all ? Verdict.PASSED : Verdict.FAILED, evidence);
  }
}
