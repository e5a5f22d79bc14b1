package dev.clade.lineage.server.export;

import dev.clade.lineage.graph.snapshot.Edge;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * GraphML: nodes {@code n0}, {@code n1} and so on, as resource names are no names of XML; they are
 * data as everything else.
 *
 * @see <a href="http://graphml.graphdrawing.org/specification.html">The GraphML schema</a>
 */
final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private final Subgraph subgraph;
  private final XMLStreamWriter out;
  private final Int2IntOpenHashMap places = new Int2IntOpenHashMap();

  private GraphMl(Subgraph subgraph, XMLStreamWriter out) {
    this.subgraph = subgraph;
    this.out = out;
  }

  static void write(Subgraph subgraph, OutputStream out) throws IOException {
    try {
      // The one of Java itself, whatever else is on the class path.
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      new GraphMl(subgraph, writer).write();
      writer.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void write() throws XMLStreamException {
    out.writeStartDocument("UTF-8", "1.0");
    out.writeStartElement("graphml");
    out.writeDefaultNamespace(NAMESPACE);
    endLine();
    for (String key : new String[] {"name", "scope", "truncation"}) {
      key("graph", key, "string");
    }
    key("graph", "snapshot_sequence", "long");
    key("node", "name", "string");
    key("node", "generation", "int");
    for (NodeField field : NodeField.values()) {
      key("node", field.key(), field.type() == Boolean.class ? "boolean" : "string");
    }
    key("edge", "type", "string");
    key("edge", "origin", "string");
    graph();
    out.writeEndElement();
    out.writeEndDocument();
  }

  private void graph() throws XMLStreamException {
    out.writeStartElement("graph");
    out.writeAttribute("id", "lineage");
    out.writeAttribute("edgedefault", "directed");
    endLine();
    data("graph", "name", subgraph.name(subgraph.start()));
    data("graph", "scope", subgraph.query().scope().label());
    data("graph", "snapshot_sequence", subgraph.graph().sequence());
    Optional<Subgraph.Cut> cut = subgraph.cut();
    if (cut.isPresent()) {
      data("graph", "truncation", cut.get().sentence());
    }
    endLine();
    for (int place = 0; place < subgraph.members().size(); place++) {
      node(place);
    }
    for (Edge edge : (Iterable<Edge>) subgraph.edges()::iterator) {
      edge(edge);
    }
    out.writeEndElement();
    endLine();
  }

  private void node(int place) throws XMLStreamException {
    int node = subgraph.members().node(place);
    places.put(node, place);
    out.writeStartElement("node");
    out.writeAttribute("id", "n" + place);
    data("node", "name", subgraph.name(node));
    data("node", "generation", subgraph.members().depth(place));
    for (NodeField field : NodeField.values()) {
      Optional<Object> value = field.of(subgraph.graph(), node);
      if (value.isPresent()) {
        data("node", field.key(), NodeField.text(value.get()));
      }
    }
    out.writeEndElement();
    endLine();
  }

  private void edge(Edge edge) throws XMLStreamException {
    out.writeStartElement("edge");
    out.writeAttribute("source", "n" + places.get(edge.upstream()));
    out.writeAttribute("target", "n" + places.get(edge.downstream()));
    data("edge", "type", Words.of(edge.type()));
    data("edge", "origin", Words.of(edge.origin()));
    out.writeEndElement();
    endLine();
  }

  private void key(String owner, String name, String type) throws XMLStreamException {
    out.writeEmptyElement("key");
    out.writeAttribute("id", id(owner, name));
    out.writeAttribute("for", owner);
    out.writeAttribute("attr.name", name);
    out.writeAttribute("attr.type", type);
    endLine();
  }

  private void data(String owner, String name, Object value) throws XMLStreamException {
    out.writeStartElement("data");
    out.writeAttribute("key", id(owner, name));
    out.writeCharacters(allowed(value.toString()));
    out.writeEndElement();
  }

  private void endLine() throws XMLStreamException {
    out.writeCharacters("\n");
  }

  private static String id(String owner, String name) {
    return owner + '.' + name;
  }

  /** Returns a text without the characters that XML 1.0 cannot have however they are written. */
  private static String allowed(String text) {
    return text.codePoints()
        .map(
            character ->
                character >= 0x20 && character != 0xfffe && character != 0xffff
                    ? character
                    : 0xfffd)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
