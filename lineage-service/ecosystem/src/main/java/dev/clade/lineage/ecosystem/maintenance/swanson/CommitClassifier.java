package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.Set;

/** Tells what a commit is for by its message. Thread-safe. */
@FunctionalInterface
public interface CommitClassifier {
  /** Returns the classes of a commit with a message, the title its first line; maybe none. */
  Set<CommitClass> classes(String message);
}
