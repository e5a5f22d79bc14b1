package dev.clade.lineage.ecosystem.derivation;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.EdgeLabel;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Adjacency;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.snapshot.UpstreamRows;
import java.util.function.IntPredicate;

/**
 * The models of a snapshot and the declared derivations between them, at most one from one model to
 * another and none from a model to itself. Immutable.
 *
 * <p>Models have the numbers of their nodes in the snapshot: all from {@link #firstModel} up to,
 * not including, {@link #endModel}, in the order of their names. Those that others only name are
 * among them, as in Stalnaker et al. (arXiv 2502.04484). Where a model declares several relations
 * to one base, the edge has the first of merge, adapter, quantized, finetune and unspecified, the
 * precedence of Laufer et al. (arXiv 2508.06811).
 */
public final class DerivationGraph {
  private final GraphSnapshot snapshot;
  private final int firstModel;
  private final int endModel;
  private final Adjacency bases;
  private final Adjacency derived;

  private DerivationGraph(GraphSnapshot snapshot, Rows rows) {
    this.snapshot = snapshot;
    this.firstModel = rows.firstModel;
    this.endModel = rows.endModel;
    this.bases = rows.bases.adjacency();
    this.derived = bases.transposed();
  }

  /** Returns all declared derivations of a snapshot. */
  public static DerivationGraph of(GraphSnapshot snapshot) {
    return of(snapshot, RelationFilter.DERIVATIONS);
  }

  /**
   * Returns the declared derivations of some types, with all models whether they have such or not.
   * Takes O(nodes + edges).
   *
   * @param types what the edges may be, after precedence: a pair that is both adapter and finetune
   *     is an adapter, and so not in the graph of finetunes
   */
  public static DerivationGraph of(GraphSnapshot snapshot, RelationFilter types) {
    return of(snapshot, types, any -> true);
  }

  /**
   * Returns the declared derivations of some types between some models; other models have none.
   * Takes O(nodes + edges).
   *
   * @param types as above
   * @param models which models count, by node
   */
  public static DerivationGraph of(
      GraphSnapshot snapshot, RelationFilter types, IntPredicate models) {
    return new DerivationGraph(snapshot, new Rows(snapshot, types, models));
  }

  /** Returns the snapshot. */
  public GraphSnapshot snapshot() {
    return snapshot;
  }

  /** Returns the first model. */
  public int firstModel() {
    return firstModel;
  }

  /** Returns the number behind the last model. */
  public int endModel() {
    return endModel;
  }

  /** Returns how many models there are. */
  public int modelCount() {
    return endModel - firstModel;
  }

  /** Returns how many derivations there are. */
  public int edgeCount() {
    return bases.edgeCount();
  }

  /** Returns the derivations of every node of the snapshot, towards base models. */
  public Adjacency bases() {
    return bases;
  }

  /** Returns how many base models a model has. */
  public int baseCount(int model) {
    return bases.end(model) - bases.start(model);
  }

  /** Returns a model's base model at an index from 0, by name. */
  public int base(int model, int index) {
    return bases.neighbor(bases.start(model) + index);
  }

  /** Returns how a model was derived from its base model at an index. */
  public RelationType type(int model, int index) {
    return EdgeLabel.type(bases.label(bases.start(model) + index));
  }

  /** Returns how many models were derived directly from a model. */
  public int derivedCount(int model) {
    return derived.end(model) - derived.start(model);
  }

  /** Returns the model at an index from 0, by name, of those derived directly from a model. */
  public int derived(int model, int index) {
    return derived.neighbor(derived.start(model) + index);
  }

  /** Collects the base models of one node after the other. */
  private static final class Rows {
    private final UpstreamRows bases;
    private int firstModel;
    private int endModel;

    Rows(GraphSnapshot snapshot, RelationFilter types, IntPredicate models) {
      bases = new UpstreamRows(snapshot.nodeCount());
      for (int node = 0; node < snapshot.nodeCount(); node++) {
        int order = snapshot.kind(node).compareTo(ArtifactKind.MODEL);
        if (order < 0) {
          firstModel = node + 1;
        }
        if (order <= 0) {
          endModel = node + 1;
        }
        if (order == 0 && models.test(node)) {
          addBases(snapshot, node, types, models);
        }
        bases.end(node);
      }
    }

    private void addBases(
        GraphSnapshot snapshot, int model, RelationFilter types, IntPredicate models) {
      Adjacency upstream = snapshot.upstream();
      int end;
      for (int edge = upstream.start(model); edge < upstream.end(model); edge = end) {
        int base = upstream.neighbor(edge);
        RelationType type = null;
        for (end = edge; end < upstream.end(model) && upstream.neighbor(end) == base; end++) {
          type = preferred(type, upstream.label(end));
        }
        if (type != null && snapshot.kind(base) == ArtifactKind.MODEL && models.test(base)) {
          byte label = EdgeLabel.of(type, RelationOrigin.DECLARED);
          if (types.accepts(label)) {
            bases.add(model, base, label);
          }
        }
      }
    }

    private static RelationType preferred(RelationType best, byte label) {
      RelationType type = EdgeLabel.type(label);
      boolean counts = type.isDerivation() && EdgeLabel.origin(label) == RelationOrigin.DECLARED;
      return counts && (best == null || rank(type) < rank(best)) ? type : best;
    }

    private static int rank(RelationType type) {
      return switch (type) {
        case MERGE -> 0;
        case ADAPTER -> 1;
        case QUANTIZED -> 2;
        case FINETUNE -> 3;
        case UNSPECIFIED_DERIVATION -> 4;
        case TRAINED_ON, USED_IN, PAPER ->
            throw new IllegalArgumentException(type + " is no derivation");
      };
    }
  }
}
