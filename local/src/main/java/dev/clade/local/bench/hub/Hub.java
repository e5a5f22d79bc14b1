package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of a hub in the order in which they came, in little memory. Every artifact that a
 * relation names has a record, under just that name, so what a name means plays no part here.
 */
public final class Hub {
  private final String description;
  private final List<byte[]> names;
  private final Facts facts;
  private final int[] starts;
  private final int[] upstream;
  private final RelationType[] types;

  /** Tells what an artifact's record says beside its relations. */
  @FunctionalInterface
  interface Facts {
    Attributes of(int artifact);
  }

  private Hub(Builder built, String description, Facts facts) {
    this.description = description;
    this.names = built.names;
    this.facts = facts;
    starts = new int[names.size() + 1];
    for (int i = 0; i < built.from.size(); i++) {
      starts[built.from.getInt(i) + 1]++;
    }
    for (int i = 0; i < names.size(); i++) {
      starts[i + 1] += starts[i];
    }
    upstream = new int[built.from.size()];
    types = new RelationType[built.from.size()];
    int[] next = starts.clone();
    for (int i = 0; i < built.from.size(); i++) {
      int place = next[built.from.getInt(i)]++;
      upstream[place] = built.to.getInt(i);
      types[place] = built.types.get(i);
    }
  }

  /** Returns in a few words where the records are from. */
  public String description() {
    return description;
  }

  /** Returns how many artifacts there are; they are numbered from 0. */
  public int count() {
    return names.size();
  }

  /** Returns how many relations there are. */
  public int relationCount() {
    return upstream.length;
  }

  /** Returns an artifact's resource name, each time as a string of its own. */
  public String name(int artifact) {
    return new String(names.get(artifact), StandardCharsets.UTF_8);
  }

  /** Returns the index of an artifact's first relation; the others follow it. */
  public int start(int artifact) {
    return starts[artifact];
  }

  /** Returns the index behind an artifact's last relation. */
  public int end(int artifact) {
    return starts[artifact + 1];
  }

  /** Returns the artifact that a relation names. */
  public int upstream(int relation) {
    return upstream[relation];
  }

  /** Returns the artifact that a relation is of, in O(log artifacts). */
  public int downstream(int relation) {
    int low = 0;
    int high = count() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (end(middle) <= relation) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns how an artifact stems from the one that a relation names. */
  public RelationType type(int relation) {
    return types[relation];
  }

  /** Returns an artifact's record. */
  public ArtifactRecord record(int artifact) {
    List<Declaration> declarations = new ArrayList<>(end(artifact) - start(artifact));
    for (int relation = start(artifact); relation < end(artifact); relation++) {
      declarations.add(
          new Declaration(
              type(relation), RelationOrigin.DECLARED, artifactName(upstream[relation])));
    }
    return new ArtifactRecord(artifactName(artifact), declarations, facts.of(artifact));
  }

  private ArtifactName artifactName(int artifact) {
    return ArtifactName.parse(name(artifact)).orElseThrow();
  }

  /** Takes artifacts and relations in any order. */
  static final class Builder {
    private final List<byte[]> names = new ArrayList<>();
    private final IntArrayList from = new IntArrayList();
    private final IntArrayList to = new IntArrayList();
    private final List<RelationType> types = new ArrayList<>();

    /** Adds an artifact and returns its number. */
    int add(String resourceName) {
      names.add(resourceName.getBytes(StandardCharsets.UTF_8));
      return names.size() - 1;
    }

    /** Adds that one artifact was made from another. */
    void relate(int downstream, int upstream, RelationType type) {
      from.add(downstream);
      to.add(upstream);
      types.add(type);
    }

    Hub build(String description, Facts facts) {
      return new Hub(this, description, facts);
    }
  }
}
