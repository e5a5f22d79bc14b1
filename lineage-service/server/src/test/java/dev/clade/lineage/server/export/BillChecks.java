package dev.clade.lineage.server.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;

/** What holds of every bill of materials. */
final class BillChecks {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The official schema, as {@link JsonParser#validate} reads it again each time. */
  private static final Schema SCHEMA = schema();

  private BillChecks() {}

  /** Checks a bill against the schema and its references, and returns it. */
  static JsonNode check(String json) {
    try {
      JsonNode bill = JSON.readTree(json);
      assertThat(SCHEMA.validate(bill)).as(json).isEmpty();
      List<String> references =
          ImmutableList.<String>builder()
              .add(bill.at("/metadata/component/bom-ref").asText())
              .addAll(bill.path("components").findValuesAsText("bom-ref"))
              .build();
      assertThat(references).doesNotHaveDuplicates();
      for (JsonNode dependency : bill.get("dependencies")) {
        assertThat(references).contains(dependency.get("ref").asText());
        dependency.path("dependsOn").forEach(on -> assertThat(references).contains(on.asText()));
      }
      assertThat(bill.get("dependencies")).hasSameSizeAs(references);
      return bill;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Schema schema() {
    try {
      return new JsonParser().getJsonSchema(Version.VERSION_16, JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
