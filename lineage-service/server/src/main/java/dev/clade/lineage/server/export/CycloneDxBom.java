package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cyclonedx.Version;
import org.cyclonedx.exception.GeneratorException;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.model.Ancestors;
import org.cyclonedx.model.Bom;
import org.cyclonedx.model.BomReference;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.Composition;
import org.cyclonedx.model.Dependency;
import org.cyclonedx.model.Metadata;
import org.cyclonedx.model.Pedigree;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.metadata.ToolInformation;

/**
 * A CycloneDX bill of materials of a model.
 *
 * <p>The model is the metadata's component; models and datasets upstream of it are the components,
 * and the models among them, nearest first, also the flat list of its pedigree's ancestors: nested,
 * a model that others share would be in it many times over, and a circle without end. Dependencies
 * are the relations without their types, which are {@linkplain MaterialComponents properties}.
 *
 * <p>The time is left out, and the serial number stands for what was asked of which snapshot, so
 * that the same bill is the same bytes.
 *
 * @see <a href="https://cyclonedx.org/docs/1.6/json/">CycloneDX 1.6</a>
 */
final class CycloneDxBom {
  private static final Version VERSION = Version.VERSION_16;

  private final Subgraph subgraph;
  private final GraphSnapshot graph;
  private final MaterialComponents components;
  private final Bom bom = new Bom();

  private CycloneDxBom(Subgraph subgraph) {
    this.subgraph = subgraph;
    this.graph = subgraph.graph();
    this.components = new MaterialComponents(subgraph);
  }

  static void write(Subgraph subgraph, OutputStream out) throws IOException {
    try {
      String json =
          BomGeneratorFactory.createJson(VERSION, new CycloneDxBom(subgraph).bom()).toJsonString();
      out.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (GeneratorException e) {
      throw new IOException(e);
    }
  }

  private Bom bom() {
    bom.setSerialNumber("urn:uuid:" + UUID.nameUUIDFromBytes(identity()));
    bom.setVersion(1);
    Ancestors ancestors = new Ancestors();
    for (int place = 1; place < subgraph.members().size(); place++) {
      bom.addComponent(components.full(place));
      if (graph.kind(subgraph.members().node(place)) == ArtifactKind.MODEL) {
        ancestors.addComponent(components.ancestor(place));
      }
    }
    Component subject = components.full(0);
    if (ancestors.getComponents() != null) {
      Pedigree pedigree = new Pedigree();
      pedigree.setAncestors(ancestors);
      subject.setPedigree(pedigree);
    }
    bom.setMetadata(metadata(subject));
    for (int place = 0; place < subgraph.members().size(); place++) {
      bom.addDependency(dependency(place));
    }
    bom.setCompositions(List.of(composition()));
    return bom;
  }

  private Metadata metadata(Component subject) {
    Metadata metadata = new Metadata();
    metadata.setTimestamp(null);
    Component clade = new Component();
    clade.setType(Component.Type.APPLICATION);
    clade.setName("clade-lineage");
    ToolInformation tools = new ToolInformation();
    tools.setComponents(List.of(clade));
    metadata.setToolChoice(tools);
    metadata.setComponent(subject);
    metadata.addProperty(new Property("clade:snapshot_sequence", Long.toString(graph.sequence())));
    Optional<Subgraph.Cut> cut = subgraph.cut();
    if (cut.isPresent()) {
      metadata.addProperty(new Property("clade:truncation", cut.get().reason()));
      metadata.addProperty(
          new Property(
              "clade:truncation:frontier_count", Integer.toString(cut.get().frontierCount())));
    }
    return metadata;
  }

  private Dependency dependency(int place) {
    Dependency dependency = new Dependency(components.reference(place));
    components
        .upstream(place)
        .map(Edge::upstream)
        .distinct()
        .forEach(node -> dependency.addDependency(new Dependency(graph.name(node).toString())));
    return dependency;
  }

  /** A hub tells what its users declare, so even a whole bill is not known to be complete. */
  private Composition composition() {
    Composition composition = new Composition();
    composition.setAggregate(
        subgraph.cut().isPresent()
            ? Composition.Aggregate.INCOMPLETE
            : Composition.Aggregate.UNKNOWN);
    composition.addDependency(new BomReference(components.reference(0)));
    return composition;
  }

  private byte[] identity() {
    return "%s %d %d %d"
        .formatted(
            components.reference(0),
            graph.sequence(),
            subgraph.query().maxDepth(),
            subgraph.query().maxNodes())
        .getBytes(StandardCharsets.UTF_8);
  }
}
