package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.maintenance.evaluation.Evaluation;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Learner;
import dev.clade.lineage.ecosystem.maintenance.evaluation.Scores;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.JudgedMessages;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import dev.clade.lineage.ecosystem.maintenance.swanson.LinearClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.RememberingClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.RuleClassifier;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tells the classes of commits: the written rules, and what is learnt if there is anything to
 * learn from.
 *
 * @param all by name, in the order of tables
 * @param used which one of them tells the classes where only one does
 */
record Classifiers(Map<String, CommitClassifier> all, CommitClassifier used) {
  private static final int FOLDS = 10;
  private static final String RULES = "rules";
  private static final String LEARNT = "learnt";

  /** Keeps an unchangeable copy. */
  Classifiers {
    all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
  }

  static Classifiers of(JudgedMessages judged, long seed) {
    Map<String, CommitClassifier> all = new LinkedHashMap<>();
    all.put(RULES, new RememberingClassifier(RuleClassifier.shipped()));
    if (!judged.isEmpty()) {
      all.put(LEARNT, new RememberingClassifier(LinearClassifier.train(judged.messages(), seed)));
    }
    return new Classifiers(all, all.getOrDefault(LEARNT, all.get(RULES)));
  }

  /** Holds them against judged messages, what is learnt by cross-validation; nothing of none. */
  static Map<String, Scores> scores(JudgedMessages judged, long seed) {
    Map<String, Scores> scores = new LinkedHashMap<>();
    if (!judged.isEmpty()) {
      List<LabelledMessage> messages = judged.messages();
      Learner linear = some -> LinearClassifier.train(some, seed);
      scores.put("majority", Evaluation.crossValidate(messages, Learner::majority, FOLDS, seed));
      scores.put(RULES, Scores.of(messages, RuleClassifier.shipped()));
      scores.put(LEARNT, Evaluation.crossValidate(messages, linear, FOLDS, seed));
    }
    return scores;
  }
}
