package dev.clade.lineage.ecosystem.maintenance.evaluation;

import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a classifier does on judged messages.
 *
 * @param messages how many there are
 * @param exact for how many of them all classes are right
 * @param classes the score of each class
 */
public record Scores(long messages, long exact, Map<CommitClass, Score> classes) {
  /** The F1 of the language model that Castaño et al. used, by those who trained it. */
  public static final double PUBLISHED_F1 = 0.87;

  /** Keeps an unchangeable copy. */
  public Scores {
    classes = Map.copyOf(classes);
  }

  /** Holds a classifier against messages that it was not made from. */
  public static Scores of(List<LabelledMessage> messages, CommitClassifier classifier) {
    long exact = 0;
    Map<CommitClass, Score> scores = new EnumMap<>(CommitClass.class);
    for (CommitClass each : CommitClass.values()) {
      scores.put(each, new Score(0, 0, 0));
    }
    for (LabelledMessage message : messages) {
      Set<CommitClass> given = classifier.classes(message.message());
      exact += given.equals(message.classes()) ? 1 : 0;
      for (CommitClass each : CommitClass.values()) {
        scores.merge(
            each, score(message.classes().contains(each), given.contains(each)), Score::plus);
      }
    }
    return new Scores(messages.size(), exact, scores);
  }

  /** Returns the score of all classes' decisions together. */
  public Score micro() {
    return classes.values().stream().reduce(new Score(0, 0, 0), Score::plus);
  }

  /** Returns the mean of the classes' F1. */
  public double macroF1() {
    return classes.values().stream().mapToDouble(Score::f1).average().orElseThrow();
  }

  /** Returns the share of messages of which all classes are right; NaN of none. */
  public double exactShare() {
    return exact / (double) messages;
  }

  /** Returns the scores on these messages and others. */
  Scores plus(Scores other) {
    Map<CommitClass, Score> sums = new EnumMap<>(classes);
    other.classes.forEach((each, score) -> sums.merge(each, score, Score::plus));
    return new Scores(messages + other.messages, exact + other.exact, sums);
  }

  private static Score score(boolean is, boolean given) {
    return new Score(is && given ? 1 : 0, !is && given ? 1 : 0, is && !given ? 1 : 0);
  }
}
