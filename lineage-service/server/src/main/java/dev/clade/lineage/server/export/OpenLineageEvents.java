package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineageClientUtils;
import io.openlineage.client.utils.UUIDUtils;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * OpenLineage events, one a line as its file transport writes them: first one that tells of the
 * artifact asked for, then a complete run for each member that was made from other members.
 *
 * <p>A run has as inputs all that its output was made from, not only members, so that a cut export
 * never tells a derivation by halves. It is named after its output, and its identifier depends on
 * that and the snapshot alone. Artifacts are datasets of the hub under their resource names.
 *
 * @see <a href="https://openlineage.io/docs/spec/object-model">OpenLineage's object model</a>
 */
final class OpenLineageEvents {
  private static final URI PRODUCER = URI.create("https://clade.dev/lineage");
  private static final String JOBS = "clade.lineage";
  private static final String DATASETS = Hub.ADDRESS.toString();

  private final OpenLineage events = new OpenLineage(PRODUCER);
  private final Subgraph subgraph;
  private final GraphSnapshot graph;
  private final Map<String, Object> export;

  private OpenLineageEvents(Subgraph subgraph) {
    this.subgraph = subgraph;
    this.graph = subgraph.graph();
    this.export = export(subgraph);
  }

  static void write(Subgraph subgraph, OutputStream out) throws IOException {
    OpenLineageEvents events = new OpenLineageEvents(subgraph);
    line(events.subject(), out);
    for (int node : (Iterable<Integer>) subgraph.nodes()::iterator) {
      List<Edge> inputs = events.inputsOf(node);
      if (inputs.stream().anyMatch(edge -> subgraph.members().contains(edge.upstream()))) {
        line(events.run(node, inputs), out);
      }
    }
  }

  private OpenLineage.DatasetEvent subject() {
    int node = subgraph.start();
    return events
        .newDatasetEventBuilder()
        .eventTime(time(node))
        .dataset(
            events
                .newStaticDatasetBuilder()
                .namespace(DATASETS)
                .name(name(node))
                .facets(facets(node).put("clade_export", facet(export)).build())
                .build())
        .build();
  }

  private OpenLineage.RunEvent run(int node, List<Edge> inputs) {
    ZonedDateTime time = time(node);
    OpenLineage.RunFacet facet = events.newRunFacet();
    facet.getAdditionalProperties().putAll(export);
    byte[] identity =
        "%s %d".formatted(name(node), graph.sequence()).getBytes(StandardCharsets.UTF_8);
    return events.newRunEvent(
        time,
        OpenLineage.RunEvent.EventType.COMPLETE,
        events.newRun(
            UUIDUtils.generateStaticUUID(time.toInstant(), identity),
            events.newRunFacetsBuilder().put("clade_export", facet).build()),
        events.newJob(JOBS, name(node), null),
        inputs(inputs),
        List.of(events.newOutputDataset(DATASETS, name(node), facets(node).build(), null)));
  }

  /** Returns an input for each artifact upstream, with its relations, which may be several. */
  private List<OpenLineage.InputDataset> inputs(List<Edge> edges) {
    Map<Integer, List<Edge>> relations =
        edges.stream()
            .collect(
                Collectors.groupingBy(Edge::upstream, LinkedHashMap::new, Collectors.toList()));
    List<OpenLineage.InputDataset> inputs = new ArrayList<>();
    relations.forEach(
        (upstream, among) -> {
          OpenLineage.InputDatasetFacet relation = events.newInputDatasetFacet();
          relation
              .getAdditionalProperties()
              .put("relations", among.stream().map(OpenLineageEvents::relation).toList());
          inputs.add(
              events.newInputDataset(
                  DATASETS,
                  name(upstream),
                  facets(upstream).build(),
                  events
                      .newInputDatasetInputFacetsBuilder()
                      .put("clade_relation", relation)
                      .build()));
        });
    return inputs;
  }

  private List<Edge> inputsOf(int node) {
    return subgraph.upstream(node).filter(edge -> edge.type() != RelationType.PAPER).toList();
  }

  private OpenLineage.DatasetFacetsBuilder facets(int node) {
    Map<String, Object> known = new LinkedHashMap<>();
    for (NodeField field : NodeField.values()) {
      field.of(graph, node).ifPresent(value -> known.put(field.key(), value));
    }
    return events
        .newDatasetFacetsBuilder()
        .datasetType(events.newDatasetTypeDatasetFacet(graph.kind(node).name(), null))
        .put("clade_artifact", facet(known));
  }

  private OpenLineage.DatasetFacet facet(Map<String, Object> properties) {
    OpenLineage.DatasetFacet facet = events.newDatasetFacet();
    facet.getAdditionalProperties().putAll(properties);
    return facet;
  }

  private ZonedDateTime time(int node) {
    return graph.attributes().createTime(node).orElse(Instant.EPOCH).atZone(ZoneOffset.UTC);
  }

  private String name(int node) {
    return subgraph.name(node).toString();
  }

  private static Map<String, Object> export(Subgraph subgraph) {
    Map<String, Object> export = new LinkedHashMap<>();
    export.put("snapshot_sequence", subgraph.graph().sequence());
    subgraph
        .cut()
        .ifPresent(
            cut -> {
              export.put("truncation", cut.reason());
              export.put("total_frontier_count", cut.frontierCount());
            });
    return export;
  }

  private static Map<String, Object> relation(Edge edge) {
    Map<String, Object> relation = new LinkedHashMap<>();
    relation.put("type", Words.of(edge.type()));
    relation.put("origin", Words.of(edge.origin()));
    return relation;
  }

  private static void line(Object event, OutputStream out) throws IOException {
    out.write(OpenLineageClientUtils.toJson(event).getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
