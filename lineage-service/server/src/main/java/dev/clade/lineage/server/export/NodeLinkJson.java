package dev.clade.lineage.server.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.graph.snapshot.Edge;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * JSON of nodes and links as NetworkX ({@code node_link_graph}) and D3 read them, nodes under their
 * resource names.
 */
final class NodeLinkJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Subgraph subgraph;
  private final JsonGenerator out;

  private NodeLinkJson(Subgraph subgraph, JsonGenerator out) {
    this.subgraph = subgraph;
    this.out = out;
  }

  static void write(Subgraph subgraph, OutputStream out) throws IOException {
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      // Not the line ends of whatever system this runs on.
      generator.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      new NodeLinkJson(subgraph, generator).write();
    }
  }

  private void write() throws IOException {
    out.writeStartObject();
    out.writeBooleanField("directed", true);
    out.writeBooleanField("multigraph", true);
    graph();
    out.writeArrayFieldStart("nodes");
    for (int place = 0; place < subgraph.members().size(); place++) {
      node(place);
    }
    out.writeEndArray();
    out.writeArrayFieldStart("edges");
    for (Edge edge : (Iterable<Edge>) subgraph.edges()::iterator) {
      edge(edge);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private void graph() throws IOException {
    out.writeObjectFieldStart("graph");
    out.writeStringField("name", subgraph.name(subgraph.start()).toString());
    out.writeStringField("scope", subgraph.query().scope().label());
    out.writeNumberField("snapshot_sequence", subgraph.graph().sequence());
    Optional<Subgraph.Cut> cut = subgraph.cut();
    if (cut.isPresent()) {
      out.writeObjectFieldStart("truncation");
      out.writeStringField("reason", cut.get().reason());
      strings("frontier", cut.get().frontier());
      out.writeNumberField("total_frontier_count", cut.get().frontierCount());
      out.writeEndObject();
    } else {
      out.writeNullField("truncation");
    }
    out.writeEndObject();
  }

  private void node(int place) throws IOException {
    out.writeStartObject();
    int node = subgraph.members().node(place);
    out.writeStringField("id", subgraph.name(node).toString());
    out.writeNumberField("generation", subgraph.members().depth(place));
    for (NodeField field : NodeField.values()) {
      Optional<Object> value = field.of(subgraph.graph(), node);
      if (value.isPresent()) {
        out.writePOJOField(field.key(), value.get());
      }
    }
    out.writeEndObject();
  }

  private void edge(Edge edge) throws IOException {
    out.writeStartObject();
    out.writeStringField("source", subgraph.name(edge.upstream()).toString());
    out.writeStringField("target", subgraph.name(edge.downstream()).toString());
    out.writeStringField("type", Words.of(edge.type()));
    out.writeStringField("origin", Words.of(edge.origin()));
    out.writeEndObject();
  }

  private void strings(String field, List<String> values) throws IOException {
    out.writeArrayFieldStart(field);
    for (String value : values) {
      out.writeString(value);
    }
    out.writeEndArray();
  }
}
