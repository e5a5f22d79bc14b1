package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.cyclonedx.model.Component;
import org.cyclonedx.model.ExternalReference;
import org.cyclonedx.model.Property;
import org.cyclonedx.model.component.ModelCard;
import org.cyclonedx.model.component.data.ComponentData;
import org.cyclonedx.model.component.data.DatasetChoice;
import org.cyclonedx.model.component.modelCard.ModelParameters;

/**
 * Models and datasets as components of a bill of materials, referred to by their resource names.
 *
 * <p>Properties tell what CycloneDX has no field for: {@code clade:catalogued} and {@code
 * clade:availability}, {@code clade:library}, {@code clade:generation}, that is fewest steps from
 * the bill's subject, negative; and for each relation {@code clade:relation:} and its type, such as
 * {@code clade:relation:finetune}, with the reference of the component upstream as the value. An
 * inferred relation's name ends with {@code :inferred}. An ancestor of the pedigree has the
 * reference of its component in {@code clade:ref}.
 */
final class MaterialComponents {
  private static final String NAMESPACE = "clade:";

  private static final List<NodeField> FACTS =
      List.of(NodeField.CATALOGUED, NodeField.AVAILABILITY, NodeField.LIBRARY);

  private final Subgraph subgraph;
  private final GraphSnapshot graph;

  MaterialComponents(Subgraph subgraph) {
    this.subgraph = subgraph;
    this.graph = subgraph.graph();
  }

  /** Returns the reference of a member. */
  String reference(int place) {
    return name(place).toString();
  }

  /** Returns a member with all that is known of it. */
  Component full(int place) {
    Component component = named(place);
    int node = subgraph.members().node(place);
    component.setBomRef(reference(place));
    List<String> licenses = graph.attributes().licenses(node);
    if (!licenses.isEmpty()) {
      component.setLicenses(SpdxLicenses.of(licenses));
    }
    if (graph.kind(node) == ArtifactKind.DATASET) {
      ComponentData data = new ComponentData();
      data.setType(ComponentData.ComponentDataType.DATASET);
      data.setName(name(place).id());
      component.setData(List.of(data));
    } else {
      addModelCard(place, component);
    }
    ExternalReference page = new ExternalReference();
    page.setType(ExternalReference.Type.WEBSITE);
    page.setUrl(Hub.page(name(place)));
    component.addExternalReference(page);
    addFacts(place, component);
    addRelations(place, component);
    return component;
  }

  /** Returns a member as an ancestor of the bill's subject. */
  Component ancestor(int place) {
    Component component = named(place);
    add(component, "ref", reference(place));
    add(component, "generation", Integer.toString(subgraph.members().depth(place)));
    addRelations(place, component);
    return component;
  }

  /** Returns the relations that a member has with others upstream of it, by their names. */
  Stream<Edge> upstream(int place) {
    return subgraph
        .upstream(subgraph.members().node(place))
        .filter(edge -> subgraph.members().contains(edge.upstream()));
  }

  private Component named(int place) {
    ArtifactName name = name(place);
    Component component = new Component();
    component.setType(
        name.kind() == ArtifactKind.DATASET
            ? Component.Type.DATA
            : Component.Type.MACHINE_LEARNING_MODEL);
    Hub.owner(name).ifPresent(component::setGroup);
    component.setName(Hub.shortName(name));
    Hub.purl(name).ifPresent(component::setPurl);
    return component;
  }

  private void addModelCard(int place, Component component) {
    ModelParameters parameters = new ModelParameters();
    String task = graph.attributes().task(subgraph.members().node(place));
    if (!task.isEmpty()) {
      parameters.setTask(task);
    }
    List<DatasetChoice> datasets =
        upstream(place)
            .filter(edge -> edge.type() == RelationType.TRAINED_ON)
            .map(Edge::upstream)
            .distinct()
            .map(dataset -> graph.name(dataset).toString())
            .map(MaterialComponents::dataset)
            .toList();
    if (!datasets.isEmpty()) {
      parameters.setDatasets(datasets);
    }
    if (!task.isEmpty() || !datasets.isEmpty()) {
      ModelCard card = new ModelCard();
      card.setModelParameters(parameters);
      component.setModelCard(card);
    }
  }

  private void addFacts(int place, Component component) {
    int node = subgraph.members().node(place);
    for (NodeField field : FACTS) {
      field.of(graph, node).ifPresent(value -> add(component, field.key(), NodeField.text(value)));
    }
    add(component, "generation", Integer.toString(subgraph.members().depth(place)));
  }

  private void addRelations(int place, Component component) {
    upstream(place)
        .forEach(
            edge ->
                add(
                    component,
                    "relation:"
                        + Words.of(edge.type())
                        + (edge.origin() == RelationOrigin.INFERRED ? ":inferred" : ""),
                    graph.name(edge.upstream()).toString()));
  }

  private ArtifactName name(int place) {
    return subgraph.name(subgraph.members().node(place));
  }

  private static DatasetChoice dataset(String reference) {
    DatasetChoice choice = new DatasetChoice();
    choice.setRef(reference);
    return choice;
  }

  private static void add(Component component, String name, String value) {
    component.addProperty(new Property(NAMESPACE + name, value));
  }
}
