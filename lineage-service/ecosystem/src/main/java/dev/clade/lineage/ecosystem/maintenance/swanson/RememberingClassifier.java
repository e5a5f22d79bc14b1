package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says what another classifier says, and asks it once for each message: most commits of a hub share
 * their titles, and every metric asks again. Keeps all messages that it was asked for.
 */
public final class RememberingClassifier implements CommitClassifier {
  private final CommitClassifier asked;
  private final Map<String, Set<CommitClass>> known = new ConcurrentHashMap<>();

  /** Knows nothing yet. */
  public RememberingClassifier(CommitClassifier asked) {
    this.asked = asked;
  }

  @Override
  public Set<CommitClass> classes(String message) {
    return known.computeIfAbsent(message, each -> Set.copyOf(asked.classes(each)));
  }
}
