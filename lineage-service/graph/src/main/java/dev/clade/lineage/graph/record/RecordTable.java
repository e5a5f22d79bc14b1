package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.attribute.AttributeTable;
import dev.clade.lineage.graph.attribute.AttributeView;
import dev.clade.lineage.graph.attribute.Attributes;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The latest record of every artifact, as far as the graph needs it. Names, also those that are
 * only declared, have ids from 0 on, which hold until the table is tidied.
 *
 * <p>Not thread-safe: one writer owns it, feeds it and builds snapshots from it.
 */
public final class RecordTable {
  private static final int[] NO_NAMES = {};
  private static final byte[] NO_LABELS = {};
  private static final int NO_ID = -1;

  /** New names that do not make up more than this and an eighth of all are not worth sorting in. */
  private static final int FEW_NAMES = 1 << 12;

  private static final int SHARE = 8;

  private final NameTable names;
  private DeclarationLog log = new DeclarationLog();
  private AttributeTable attributes = new AttributeTable();
  private BitSet recorded = new BitSet();
  private AliasClaims aliases = new AliasClaims();
  private RecordChanges changes = new RecordChanges();

  /** Creates an empty table. */
  public RecordTable() {
    this(SortedNames.NONE);
  }

  /** Creates a table that knows some names. */
  RecordTable(SortedNames names) {
    this.names = new NameTable(names);
    // Nobody asked for changes yet: noting them is put off until somebody does.
    changes.lose();
  }

  /** Takes an artifact's record, replacing all that its former record said. */
  public void put(ArtifactRecord artifact) {
    int name = names.intern(artifact.name());
    if (artifact.renamed()) {
      remove(name);
      return;
    }
    int[] had = artifact.aliases().stream().mapToInt(names::intern).toArray();
    if (aliases.replace(name, had)) {
      changes.lose();
    }
    List<Declaration> declarations = artifact.declarations();
    int[] upstreams = new int[declarations.size()];
    byte[] labels = new byte[declarations.size()];
    for (int i = 0; i < upstreams.length; i++) {
      Declaration declaration = declarations.get(i);
      upstreams[i] = names.intern(declaration.upstream());
      labels[i] = EdgeLabel.of(declaration.type(), declaration.origin());
    }
    put(name, upstreams, labels, artifact.attributes());
  }

  /** Takes a record in terms of name ids. */
  void put(int name, int[] upstreams, byte[] labels, Attributes known) {
    if (!recorded.get(name) || !log.holds(name, upstreams, labels)) {
      changes.add(name, log);
      recorded.set(name);
      log.put(name, upstreams, labels);
    }
    attributes.put(name, known);
  }

  /** Says that the artifact of a record had another name before. */
  void putAlias(int alias, int name) {
    aliases.add(alias, name);
  }

  private void remove(int name) {
    if (recorded.get(name)) {
      changes.lose();
      recorded.clear(name);
      aliases.replace(name, NO_NAMES);
      log.put(name, NO_NAMES, NO_LABELS);
      attributes.put(name, Attributes.UNKNOWN);
    }
  }

  /**
   * Returns what changed since the last call, and notes what changes from now on.
   *
   * @return nothing when that was much, when an artifact got another name or says otherwise which
   *     ones it had, when ids changed, and the first time
   */
  public Optional<RecordChanges> takeChanges() {
    RecordChanges taken = changes;
    changes = new RecordChanges();
    return taken.isLost() ? Optional.empty() : Optional.of(taken);
  }

  /**
   * Sorts new names in among the others if there are many, so that they take less room. Ids change
   * then; views stay as they are.
   */
  public void tidyIfWorthIt() {
    if (names.addedCount() > FEW_NAMES + names.sorted().count() / SHARE) {
      tidy();
    }
  }

  /**
   * Sorts all names and forgets those that neither have a record nor are named by one. Ids are then
   * the places of the names in their order; views stay as they are. Takes O(n + m log n) for n
   * names and m new ones.
   */
  public void tidy() {
    changes.lose();
    int[] newIds = new int[names.view().count()];
    int[] oldIds = names.tidy(used());
    Arrays.fill(newIds, NO_ID);
    for (int name = 0; name < oldIds.length; name++) {
      newIds[oldIds[name]] = name;
    }
    log = log.renumbered(oldIds, newIds);
    attributes = attributes.renumbered(oldIds);
    BitSet tidyRecorded = new BitSet(oldIds.length);
    recorded.stream().forEach(name -> tidyRecorded.set(newIds[name]));
    recorded = tidyRecorded;
    aliases = aliases.renumbered(newIds);
  }

  private BitSet used() {
    BitSet used = (BitSet) recorded.clone();
    recorded.stream()
        .forEach(
            name -> {
              for (int i = 0; i < log.count(name); i++) {
                used.set(log.upstream(name, i));
              }
            });
    aliases.addTo(used);
    return used;
  }

  /** Returns the names so far; later changes of the table do not show in them. */
  public Names names() {
    return names.view();
  }

  /** Returns the names that are sorted: all, when the table was just tidied. */
  SortedNames sortedNames() {
    return names.sorted();
  }

  /** Returns the ids of all names in the order of the names. */
  public int[] order() {
    return names.order();
  }

  /** Returns the attributes so far; later changes of the table do not show in them. */
  public AttributeView attributes() {
    return attributes.view();
  }

  /** Returns how many artifacts have a record. */
  public int recordCount() {
    return recorded.cardinality();
  }

  /** Whether the artifact of a name id has a record, rather than only being named by others. */
  public boolean hasRecord(int name) {
    return recorded.get(name);
  }

  /**
   * Returns the name ids that artifacts had before, each with the id of the name that the artifact
   * has; of several that had it the first by name. A name may have got a record of its own since.
   */
  public Int2IntMap aliases() {
    return aliases.first(names.view());
  }

  /** Returns which names each record says that its artifact had before. */
  AliasClaims aliasClaims() {
    return aliases;
  }

  /** Returns how many relations an artifact with a record declares. */
  public int declarationCount(int name) {
    return log.count(name);
  }

  /** Returns the name id of a declaration's upstream artifact, as declared. */
  public int upstream(int name, int index) {
    return log.upstream(name, index);
  }

  /** Returns the {@link EdgeLabel} of a declaration. */
  public byte label(int name, int index) {
    return log.label(name, index);
  }
}
