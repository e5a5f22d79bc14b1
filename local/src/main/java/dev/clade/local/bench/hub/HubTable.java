package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * A real table of models as a hub: the names of its first column and the bases, datasets and papers
 * that the tags of its last one declare. What is declared but not in the table gets a bare record,
 * so the old names of models stay artifacts of their own. Other columns are left out.
 */
public final class HubTable {
  private final Object2IntOpenHashMap<String> numbers = new Object2IntOpenHashMap<>();
  private final Hub.Builder hub = new Hub.Builder();

  private HubTable() {}

  /** Reads a table, compressed or not, with one header line. */
  public static Hub read(Path table) throws IOException {
    HubTable read = new HubTable();
    List<String> tags = new ArrayList<>();
    try (BufferedReader lines = open(table)) {
      lines
          .lines()
          .skip(1)
          .forEach(
              line -> {
                read.number("models/" + line.substring(0, line.indexOf('\t')));
                tags.add(line.substring(line.lastIndexOf('\t') + 1));
              });
    }
    for (int model = 0; model < tags.size(); model++) {
      read.declare(model, new LinkedHashSet<>(List.of(tags.get(model).split("\\|", -1))));
    }
    return read.hub.build(
        "%,d models of %s".formatted(tags.size(), table.getFileName()), _ -> Attributes.UNKNOWN);
  }

  private void declare(int model, Set<String> tags) {
    for (String tag : tags) {
      if (tag.startsWith("base_model:")) {
        declareBase(model, tag.substring("base_model:".length()));
      } else if (tag.startsWith("dataset:")) {
        relate(model, "datasets/", tag.substring("dataset:".length()), RelationType.TRAINED_ON);
      } else if (tag.startsWith("arxiv:")) {
        relate(model, "papers/", tag.substring("arxiv:".length()), RelationType.PAPER);
      }
    }
  }

  private void declareBase(int model, String base) {
    int colon = base.indexOf(':');
    RelationType type =
        colon < 0
            ? RelationType.UNSPECIFIED_DERIVATION
            : RelationType.valueOf(base.substring(0, colon).toUpperCase(Locale.ROOT));
    relate(model, "models/", base.substring(colon + 1), type);
  }

  private void relate(int model, String collection, String id, RelationType type) {
    int upstream = id.isEmpty() ? model : number(collection + id);
    // A model that names itself is no relation of the graph.
    if (upstream != model) {
      hub.relate(model, upstream, type);
    }
  }

  private int number(String name) {
    return numbers.computeIfAbsent(name, (String added) -> hub.add(added));
  }

  /** Opens a table, compressed or not. */
  public static BufferedReader open(Path table) throws IOException {
    InputStream bytes = Files.newInputStream(table);
    return new BufferedReader(
        new InputStreamReader(
            table.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes,
            StandardCharsets.UTF_8));
  }
}
