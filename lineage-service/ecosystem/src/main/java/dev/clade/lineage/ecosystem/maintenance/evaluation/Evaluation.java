package dev.clade.lineage.ecosystem.maintenance.evaluation;

import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what a learner makes against messages that it did not see. */
public final class Evaluation {
  private Evaluation() {}

  /**
   * Cross-validates: parts the messages, and judges each part by what is learnt from the others.
   * Messages with the same key are in the same part. The decisions of all parts are scored
   * together.
   *
   * @param folds how many parts, at least 2 and at most as many as different messages
   * @param seed decides which messages are in which part
   */
  public static Scores crossValidate(
      List<LabelledMessage> messages, Learner learner, int folds, long seed) {
    List<String> keys =
        new ArrayList<>(messages.stream().map(LabelledMessage::key).sorted().distinct().toList());
    if (folds < 2 || folds > keys.size()) {
      throw new IllegalArgumentException(
          "%d parts cannot be made of %d different messages".formatted(folds, keys.size()));
    }
    Collections.shuffle(keys, new Random(seed));
    Map<String, Integer> parts = HashMap.newHashMap(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      parts.put(keys.get(i), i % folds);
    }
    Scores all = Scores.of(List.of(), any -> Set.of());
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      Map<Boolean, List<LabelledMessage>> sides =
          messages.stream()
              .collect(Collectors.partitioningBy(each -> parts.get(each.key()) == held));
      all = all.plus(Scores.of(sides.get(true), learner.learn(sides.get(false))));
    }
    return all;
  }

  /** Learns from one set and judges another, without those messages whose key is in both. */
  public static Scores across(
      List<LabelledMessage> learnt, List<LabelledMessage> judged, Learner learner) {
    Set<String> seen = learnt.stream().map(LabelledMessage::key).collect(Collectors.toSet());
    return Scores.of(
        judged.stream().filter(each -> !seen.contains(each.key())).toList(), learner.learn(learnt));
  }
}
