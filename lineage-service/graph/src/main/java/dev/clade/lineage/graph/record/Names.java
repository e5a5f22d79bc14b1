package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.util.function.IntPredicate;

/**
 * The names that a {@link RecordTable} had when the view was taken, by their ids from 0 on. Any
 * thread that received it safely may read it.
 *
 * <p>Their order is that of resource names regardless of the case of ASCII letters; names that
 * differ only in case are ordered by code points. Most names are sorted, and have their place in
 * that order as id; the ids behind are those of names that came since the table was last tidied.
 */
public final class Names {
  private final SortedNames sorted;
  private final NewNames added;

  Names(SortedNames sorted, NewNames added) {
    this.sorted = sorted;
    this.added = added;
  }

  /** Returns how many names there are. */
  public int count() {
    return sorted.count() + added.count();
  }

  /** Returns a name. */
  public ArtifactName get(int name) {
    if (name < sorted.count()) {
      SortedNames.Cursor cursor = sorted.at(name);
      return NameCode.name(cursor.code(), 0, cursor.length());
    }
    int index = name - sorted.count();
    return NameCode.name(
        added.page(index), added.start(index), added.end(index) - added.start(index));
  }

  /** Whether a name is a given one, case included. */
  public boolean isName(int name, ArtifactName other) {
    byte[] code = NameCode.of(other);
    return name < sorted.count()
        ? sorted.equals(name, code)
        : added.equals(name - sorted.count(), code);
  }

  /** Returns the kind that a name tells. */
  public ArtifactKind kind(int name) {
    if (name < sorted.count()) {
      return sorted.kind(name);
    }
    int index = name - sorted.count();
    return NameCode.kind(added.page(index)[added.start(index)]);
  }

  /** Returns a test for ids: whether the name comes before one that need not be in the table. */
  public IntPredicate before(ArtifactName name) {
    byte[] code = NameCode.of(name);
    int sortedBefore = sorted.countBefore(code);
    return id ->
        id < sorted.count() ? id < sortedBefore : compareAdded(id - sorted.count(), code) < 0;
  }

  /** Returns the test for coming before a name and all that differ from it only in case. */
  public IntPredicate beforeFolded(ArtifactName name) {
    byte[] code = NameCode.of(name);
    int sortedBefore = sorted.countBeforeFolded(code);
    return id ->
        id < sorted.count()
            ? id < sortedBefore
            : compareAddedFolded(id - sorted.count(), code, code.length) < 0;
  }

  /** Whether a name is a given one, or differs from it only in case. */
  public boolean equalsFolded(int name, ArtifactName other) {
    byte[] code = NameCode.of(other);
    return equalsFolded(name, code, code.length);
  }

  /** Whether two names, the second next to the first in their order, differ only in case. */
  public boolean equalsFolded(int name, int next) {
    if (next < sorted.count() && name == next - 1) {
      return sorted.isVariant(next);
    }
    if (next < sorted.count()) {
      SortedNames.Cursor cursor = sorted.at(next);
      return equalsFolded(name, cursor.code(), cursor.length());
    }
    byte[] code = added.code(next - sorted.count());
    return equalsFolded(name, code, code.length);
  }

  private boolean equalsFolded(int name, byte[] code, int length) {
    if (name < sorted.count()) {
      SortedNames.Cursor cursor = sorted.at(name);
      return NameCode.compareFolded(cursor.code(), 0, cursor.length(), code, 0, length) == 0;
    }
    return compareAddedFolded(name - sorted.count(), code, length) == 0;
  }

  private int compareAdded(int index, byte[] code) {
    return NameCode.compare(
        added.page(index), added.start(index), added.end(index), code, 0, code.length);
  }

  private int compareAddedFolded(int index, byte[] code, int length) {
    return NameCode.compareFolded(
        added.page(index), added.start(index), added.end(index), code, 0, length);
  }
}
