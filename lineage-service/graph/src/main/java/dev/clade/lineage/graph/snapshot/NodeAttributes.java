package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.attribute.AttributeView;
import dev.clade.lineage.graph.attribute.Availability;
import dev.clade.lineage.graph.attribute.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot knows of its nodes besides names and edges. Nothing is known of an artifact that
 * is not catalogued.
 */
public final class NodeAttributes {
  private final Nodes nodes;
  private final AttributeView attributes;

  NodeAttributes(Nodes nodes, AttributeView attributes) {
    this.nodes = nodes;
    this.attributes = attributes;
  }

  /** Returns all of a node's attributes but its time. Nodes that agree in them have the same. */
  public Profile profile(int node) {
    return attributes.profile(nodes.name(node));
  }

  /** Returns the task, such as {@code text-generation}; empty when unknown. */
  public String task(int node) {
    return profile(node).task();
  }

  /** Returns the library, such as {@code transformers}; empty when unknown. */
  public String library(int node) {
    return profile(node).library();
  }

  /** Returns the licence identifiers as declared, in their order. */
  public List<String> licenses(int node) {
    return profile(node).licenses();
  }

  /** Returns the language codes as declared, in their order. */
  public List<String> languages(int node) {
    return profile(node).languages();
  }

  /** Returns who can have the artifact. */
  public Availability availability(int node) {
    return profile(node).availability();
  }

  /** Returns when the hub says that the artifact was created, to the second. */
  public Optional<Instant> createTime(int node) {
    return attributes.createTime(nodes.name(node));
  }
}
