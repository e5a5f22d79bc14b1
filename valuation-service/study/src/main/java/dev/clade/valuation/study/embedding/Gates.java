package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.gate.Comparison;
import dev.clade.embedding.evaluation.gate.Gate;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The verdicts on what answers use: neighbours' votes for labels, the regression for parents,
 * cosines for similar rows.
 *
 * @param labels everybody's scores
 * @param parents everybody's scores among all older rows
 * @param similar everybody's scores
 */
record Gates(List<LabelScore> labels, List<ParentScore> parents, List<SimilarityScore> similar) {
  private static final int FEWEST_ITEMS = 30;
  private static final int FEW_SHOTS = 10;
  private static final String NO_PARENTS =
      "too few rows declare a parent that is in the set to learn or to test parents";

  /** G1: on each task against the single view that is best on the tested rows. */
  Gate fusion() {
    List<Comparison> comparisons = new ArrayList<>();
    for (String task : tasks()) {
      List<LabelScore> all =
          labels.stream()
              .filter(each -> each.task().equals(task) && each.shots() == LabelTrial.ALL)
              .toList();
      against(
              task + ", all examples",
              all,
              LabelScore::predictor,
              LabelScore::right,
              LabelTrial.FUSED)
          .ifPresent(comparisons::add);
    }
    against(
            "parents, link score, reciprocal rank",
            parents,
            ParentScore::scorer,
            ParentScore::reciprocalRanks,
            ParentTrial.LINK)
        .ifPresent(comparisons::add);
    List<String> remarks = new ArrayList<>();
    for (String signal : signals()) {
      List<SimilarityScore> all =
          similar.stream().filter(each -> each.signal().equals(signal)).toList();
      fusedSimilar(signal + ", nDCG@10", all, SimilarTrial.FUSED).ifPresent(comparisons::add);
      fusedSimilar(signal + ", nDCG@10 as served", all, SimilarTrial.SERVED)
          .map(Gates::aside)
          .ifPresent(remarks::add);
    }
    return Gate.fusion(comparisons).noting(remarks);
  }

  private static Optional<Comparison> fusedSimilar(
      String what, List<SimilarityScore> scores, String fused) {
    return against(what, scores, SimilarityScore::scorer, SimilarityScore::ndcg10, fused);
  }

  /** What is told beside a gate's conditions. */
  private static String aside(Comparison comparison) {
    return comparison.words() + ", no condition";
  }

  /** G2: with 1, 5 and 10 examples against words and tags. */
  Gate fewExamples() {
    List<Comparison> comparisons = new ArrayList<>();
    for (String task : tasks()) {
      for (int shots : LabelTrial.SHOTS) {
        if (shots <= FEW_SHOTS) {
          comparisons.add(
              Comparison.of(
                  "%s, %d examples: fused - B3".formatted(task, shots),
                  right(task, shots, LabelTrial.FUSED),
                  right(task, shots, LabelTrial.TEXT)));
        }
      }
    }
    return Gate.fewExamples(comparisons);
  }

  /**
   * G3: where there are siblings against these, elsewhere against tags; of tasks with at least 30
   * such rows.
   *
   * @param asked the tasks
   */
  Gate siblings(List<LabelTask> asked, IntPredicate hasSiblings, IntPredicate isIsolated) {
    List<Comparison> comparisons = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (LabelTask task : asked) {
      String name = task.labels().task();
      int[] related = places(task, hasSiblings);
      int[] alone = places(task, isIsolated);
      if (related.length >= FEWEST_ITEMS) {
        comparisons.add(
            Comparison.of(
                "%s, %,d rows with siblings: fused, declared edges shown - B1 Hub-Avg"
                    .formatted(name, related.length),
                at(related, right(name, LabelTrial.ALL, LabelTrial.SHOWN)),
                at(related, right(name, LabelTrial.ALL, LabelTrial.SIBLINGS))));
      } else {
        remarks.add(tooFew(name, related.length, "with siblings"));
      }
      if (alone.length >= FEWEST_ITEMS) {
        comparisons.add(
            Comparison.of(
                "%s, %,d isolated rows: fused - B7".formatted(name, alone.length),
                at(alone, right(name, LabelTrial.ALL, LabelTrial.FUSED)),
                at(alone, right(name, LabelTrial.ALL, LabelTrial.TAGS))));
      } else {
        remarks.add(tooFew(name, alone.length, "without relatives"));
      }
    }
    return Gate.siblings(comparisons).noting(remarks);
  }

  /** G4: as parents are served, against knowledge graph embeddings and families. */
  Gate parentsFound() {
    Optional<ParentScore> served = parent(ParentTrial.SERVED);
    List<Comparison> comparisons = new ArrayList<>();
    if (served.isPresent() && served.get().reciprocalRanks().length >= FEWEST_ITEMS) {
      for (String other :
          List.of(ParentTrial.TRANSLATION, ParentTrial.MAJORITY, ParentTrial.NEWEST)) {
        comparisons.add(
            Comparison.of(
                "Hits@10: as served - " + other,
                served.get().hitsOf(10),
                parent(other).orElseThrow().hitsOf(10)));
      }
    }
    Gate gate = Gate.parents(comparisons);
    return comparisons.isEmpty() ? gate.noting(List.of(NO_PARENTS)) : gate;
  }

  /** G5: by each signal against text search, and both together against either. */
  Gate similarFound() {
    List<Comparison> comparisons = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    for (String signal : signals()) {
      double[] fused = gain(signal, SimilarTrial.FUSED);
      double[] text = gain(signal, SimilarTrial.TEXT);
      double[] both = gain(signal, SimilarTrial.BOTH);
      comparisons.add(Comparison.of(signal + ": fused - B2", fused, text));
      comparisons.add(Comparison.of(signal + ": both - fused", both, fused));
      comparisons.add(Comparison.of(signal + ": both - B2", both, text));
      double[] served = gain(signal, SimilarTrial.SERVED);
      remarks.add(aside(Comparison.of(signal + ": as served - B2", served, text)));
    }
    return Gate.similar(comparisons).noting(remarks);
  }

  /** Returns the names of the labels. */
  private List<String> tasks() {
    return labels.stream().map(LabelScore::task).distinct().toList();
  }

  private List<String> signals() {
    return similar.stream().map(SimilarityScore::signal).distinct().toList();
  }

  private static <S> Optional<Comparison> against(
      String what,
      List<S> scores,
      Function<S, String> name,
      Function<S, double[]> items,
      String fused) {
    Optional<S> own = scores.stream().filter(each -> name.apply(each).equals(fused)).findFirst();
    Optional<S> best =
        scores.stream()
            .filter(each -> name.apply(each).startsWith(Networks.SINGLE))
            .max(Comparator.comparingDouble(each -> mean(items.apply(each))));
    return own.isEmpty() || best.isEmpty() || items.apply(own.get()).length < FEWEST_ITEMS
        ? Optional.empty()
        : Optional.of(
            Comparison.of(
                "%s: fused - %s".formatted(what, name.apply(best.get())),
                items.apply(own.get()),
                items.apply(best.get())));
  }

  private double[] right(String task, int shots, String predictor) {
    return labels.stream()
        .filter(
            each ->
                each.task().equals(task)
                    && each.shots() == shots
                    && each.predictor().equals(predictor))
        .findFirst()
        .orElseThrow()
        .right();
  }

  private Optional<ParentScore> parent(String scorer) {
    return parents.stream().filter(each -> each.scorer().equals(scorer)).findFirst();
  }

  private double[] gain(String signal, String scorer) {
    return similar.stream()
        .filter(each -> each.signal().equals(signal) && each.scorer().equals(scorer))
        .findFirst()
        .orElseThrow()
        .ndcg10();
  }

  private static int[] places(LabelTask task, IntPredicate wanted) {
    int[] test = task.test();
    return IntStream.range(0, test.length).filter(i -> wanted.test(test[i])).toArray();
  }

  private static double[] at(int[] places, double[] items) {
    return Arrays.stream(places).mapToDouble(place -> items[place]).toArray();
  }

  private static double mean(double[] items) {
    return Arrays.stream(items).average().orElse(Double.NaN);
  }

  private static String tooFew(String task, int count, String what) {
    return "%s: not compared on the %d rows %s; at least %d are needed"
        .formatted(task, count, what, FEWEST_ITEMS);
  }
}
