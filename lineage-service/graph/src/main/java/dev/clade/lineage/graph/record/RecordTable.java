package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.attribute.AttributeTable;
import dev.clade.lineage.graph.attribute.AttributeView;
import dev.clade.lineage.graph.attribute.Attributes;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntMaps;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.BitSet;
import java.util.List;

/**
 * The latest record of every artifact, as far as the graph needs it. Names, also those that are
 * only declared, have ids from 0 on in the order of their arrival.
 *
 * <p>Not thread-safe: one writer owns it, feeds it and builds snapshots from it.
 */
public final class RecordTable {
  private final NameTable names = new NameTable();
  private final DeclarationLog log = new DeclarationLog();
  private final AttributeTable attributes = new AttributeTable();
  private final BitSet recorded = new BitSet();
  private final Int2IntMap targets = new Int2IntOpenHashMap();

  /** Takes an artifact's record, replacing all that its former record declared. */
  public void put(ArtifactRecord artifact) {
    int name = names.intern(artifact.name());
    recorded.set(name, !artifact.renamed());
    if (artifact.renamed()) {
      attributes.put(name, Attributes.UNKNOWN);
      return;
    }
    attributes.put(name, artifact.attributes());
    for (ArtifactName alias : artifact.aliases()) {
      targets.put(names.intern(alias), name);
    }
    putDeclarations(name, artifact);
  }

  private void putDeclarations(int name, ArtifactRecord artifact) {
    List<Declaration> declarations = artifact.declarations();
    int[] upstreams = new int[declarations.size()];
    byte[] labels = new byte[declarations.size()];
    for (int i = 0; i < upstreams.length; i++) {
      Declaration declaration = declarations.get(i);
      upstreams[i] = names.intern(declaration.upstream());
      labels[i] = EdgeLabel.of(declaration.type(), declaration.origin());
    }
    log.put(name, upstreams, labels);
  }

  /** Returns the names so far; later changes of the table do not show in them. */
  public Names names() {
    return names.view();
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
   * has. A name may have got a record of its own since.
   */
  public Int2IntMap aliases() {
    return Int2IntMaps.unmodifiable(targets);
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
