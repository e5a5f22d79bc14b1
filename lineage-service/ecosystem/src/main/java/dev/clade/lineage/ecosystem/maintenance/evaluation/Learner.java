package dev.clade.lineage.ecosystem.maintenance.evaluation;

import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClassifier;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a classifier from messages that somebody judged. */
@FunctionalInterface
public interface Learner {
  /** Makes a classifier; the same one from the same messages. */
  CommitClassifier learn(List<LabelledMessage> messages);

  /** Learns only which classes are the most frequent together: what any other must surpass. */
  static CommitClassifier majority(List<LabelledMessage> messages) {
    Set<CommitClass> most =
        messages.stream()
            .collect(Collectors.groupingBy(LabelledMessage::classes, Collectors.counting()))
            .entrySet()
            .stream()
            .max(
                Map.Entry.<Set<CommitClass>, Long>comparingByValue()
                    .thenComparing(each -> each.getKey().stream().sorted().toList().toString()))
            .map(Map.Entry::getKey)
            .orElseThrow(() -> new IllegalArgumentException("there must be a message"));
    return any -> most;
  }
}
