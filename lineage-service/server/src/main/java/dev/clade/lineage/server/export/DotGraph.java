package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.snapshot.Edge;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Graphviz: nodes under their resource names, what is known of them as attributes of the same
 * names, those that are not catalogued dashed.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
final class DotGraph {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Subgraph subgraph;
  private final Writer out;

  private DotGraph(Subgraph subgraph, Writer out) {
    this.subgraph = subgraph;
    this.out = out;
  }

  static void write(Subgraph subgraph, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    new DotGraph(subgraph, writer).write();
    writer.flush();
  }

  private void write() throws IOException {
    String title = subgraph.name(subgraph.start()).toString();
    out.write("digraph " + quoted(title) + " {\n");
    String origin =
        "%s of %s at change %d"
            .formatted(subgraph.query().scope().label(), title, subgraph.graph().sequence());
    if (subgraph.cut().isPresent()) {
      String cut = subgraph.cut().get().sentence();
      attribute("comment", origin + ". " + cut);
      attribute("label", cut);
    } else {
      attribute("comment", origin);
    }
    out.write("  node [shape=box];\n");
    for (int place = 0; place < subgraph.members().size(); place++) {
      node(place);
    }
    for (Edge edge : (Iterable<Edge>) subgraph.edges()::iterator) {
      edge(edge);
    }
    out.write("}\n");
  }

  private void attribute(String key, String value) throws IOException {
    out.write("  " + key + "=" + quoted(value) + ";\n");
  }

  private void node(int place) throws IOException {
    int node = subgraph.members().node(place);
    out.write("  " + quoted(node) + " [label=" + quoted(subgraph.name(node).id()));
    out.write(", generation=" + subgraph.members().depth(place));
    for (NodeField field : NodeField.values()) {
      Optional<Object> value = field.of(subgraph.graph(), node);
      if (value.isPresent()) {
        out.write(", " + field.key() + "=" + quoted(NodeField.text(value.get())));
      }
    }
    out.write(subgraph.graph().isCatalogued(node) ? "];\n" : ", style=dashed];\n");
  }

  private void edge(Edge edge) throws IOException {
    String type = quoted(Words.of(edge.type()));
    out.write(
        "  %s -> %s [label=%s, type=%s, origin=%s];\n"
            .formatted(
                quoted(edge.upstream()),
                quoted(edge.downstream()),
                type,
                type,
                quoted(Words.of(edge.origin()))));
  }

  private String quoted(int node) {
    return quoted(subgraph.name(node).toString());
  }

  /**
   * Returns a quoted identifier. A backslash is doubled, so that it neither ends the text nor
   * begins one of the sequences that labels have.
   */
  private static String quoted(String text) {
    String plain = CONTROL.matcher(text).replaceAll("\ufffd");
    return '"' + plain.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
