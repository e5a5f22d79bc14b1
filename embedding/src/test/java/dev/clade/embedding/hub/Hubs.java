package dev.clade.embedding.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.embedding.repository.DatedCounts;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryFile;
import dev.clade.embedding.repository.RepositoryKind;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hubs of several years as raw records. */
final class Hubs {
  static final Instant JULY_2024 = Instant.parse("2024-07-12T00:00:00Z");
  static final Instant FEBRUARY_2022 = Instant.parse("2022-03-01T00:00:00Z");
  static final Instant APRIL_2025 = Instant.parse("2025-05-01T00:00:00Z");
  static final Instant AUGUST_2026 = Instant.parse("2026-08-23T00:00:00Z");

  private static final Pattern FILE = Pattern.compile("rfilename='([^']*)'");
  private static final Pattern BASE_IN_TEXT =
      Pattern.compile(
          "fine-tuned version of \\[[^\\]]*\\]\\(https://huggingface\\.co/([\\w./-]+)\\)");

  private Hubs() {}

  /**
   * The models of July 2024 of a share of all families: those whose first ancestor's hashed name
   * falls into it, so that siblings stay together.
   *
   * @param share 0 to 1
   */
  static List<RepositoryRecord> july2024(double share) {
    HubNames names = new HubNames();
    Map<String, String> bases = new HashMap<>();
    String file = "hub_models_2024_07/models.tsv.gz";
    HubFiles.table(
        file,
        columns -> {
          names.add(columns[0], Long.parseLong(columns[2]));
          int base = columns[6].indexOf("base_model:");
          if (base >= 0) {
            int end = columns[6].indexOf('|', base);
            bases.put(
                columns[0].toLowerCase(Locale.ROOT),
                columns[6].substring(base + 11, end < 0 ? columns[6].length() : end));
          }
        });
    List<RepositoryRecord> records = new ArrayList<>();
    HubFiles.table(
        file,
        columns -> {
          String root = columns[0].toLowerCase(Locale.ROOT);
          for (int step = 0; step < 20 && bases.containsKey(root); step++) {
            root = names.present(bases.get(root)).toLowerCase(Locale.ROOT);
          }
          if (taken(root, share)) {
            records.add(july2024(columns, names).build());
          }
        });
    return records;
  }

  /** The models of July 2024 whose full answers were recorded, with files and configuration. */
  static List<RepositoryRecord> july2024Whole() {
    HubNames names = new HubNames();
    List<RepositoryRecord> records = new ArrayList<>();
    HubFiles.objects(
        "hub_models_2024_07/model_info.jsonl.gz",
        node -> names.add(HubFiles.text(node, "id"), node.path("downloads").asLong()));
    HubFiles.objects(
        "hub_models_2024_07/model_info.jsonl.gz",
        node -> {
          RepositoryRecordBuilder record =
              answer(node, HubFiles.text(node, "id"), names)
                  .observed(Instant.parse("2024-07-11T00:00:00Z"))
                  .created(Instant.parse(HubFiles.text(node, "createdAt")));
          records.add(record.build());
        });
    return records;
  }

  /** The models of February 2022 with the cards that are there; created when last modified. */
  static List<RepositoryRecord> february2022() {
    Map<String, String> cards = new HashMap<>();
    HubFiles.objects(
        "model_cards_2022_02/cards_open_licence.jsonl.gz",
        node -> cards.put(HubFiles.text(node, "id"), HubFiles.text(node, "text")));
    HubNames names = new HubNames();
    String file = "hub_models_2022_02/models.jsonl.gz";
    HubFiles.objects(
        file, node -> names.add(HubFiles.text(node, "modelId"), node.path("downloads").asLong()));
    List<RepositoryRecord> records = new ArrayList<>();
    HubFiles.objects(
        file,
        node -> {
          String id = HubFiles.text(node, "modelId");
          String card = cards.getOrDefault(id, "");
          RepositoryRecordBuilder record =
              answer(node, id, names)
                  .created(Instant.parse(HubFiles.text(node, "lastModified")))
                  .card(card);
          Matcher base = BASE_IN_TEXT.matcher(card);
          if (base.find()) {
            record.relation(RelationKind.FINETUNE, names.present(base.group(1)));
          }
          records.add(record.build());
        });
    return records;
  }

  /** The families of April 2025, whose relations are those that the hub lists. */
  static List<RepositoryRecord> april2025() {
    Map<String, RepositoryRecordBuilder> records = new HashMap<>();
    List<RepositoryRecordBuilder> order = new ArrayList<>();
    HubFiles.objects(
        "model_families_2025_04/nodes.jsonl.gz",
        node -> {
          JsonNode data = node.path("metadata");
          String id = HubFiles.text(node, "model_id");
          RepositoryRecordBuilder record = RepositoryRecord.of(RepositoryKind.MODEL, id);
          fields(record, data, "library_name");
          String created = HubFiles.text(data, "created_at");
          if (!created.isEmpty()) {
            record.created(Instant.parse(created.replace(' ', 'T').replace("+00:00", "Z")));
          }
          List<String> tags = HubFiles.texts(data.path("tags"));
          record.tags(tags.stream().filter(tag -> !tag.startsWith("base_model:")).toList());
          record.licenses(
              tags.stream()
                  .filter(tag -> tag.startsWith("license:"))
                  .map(tag -> tag.substring("license:".length()))
                  .toList());
          for (String file : HubFiles.texts(data.path("siblings"))) {
            Matcher name = FILE.matcher(file);
            if (name.find()) {
              record.file(new RepositoryFile(name.group(1), OptionalLong.empty()));
            }
          }
          records.put(id.toLowerCase(Locale.ROOT), record);
          order.add(record);
        });
    HubFiles.table(
        "model_families_2025_04/edges.tsv.gz",
        columns -> {
          RepositoryRecordBuilder child = records.get(columns[1].toLowerCase(Locale.ROOT));
          if (child != null) {
            child.relation(RelationKind.valueOf(columns[2].toUpperCase(Locale.ROOT)), columns[0]);
          }
        });
    HubFiles.table(
        "model_families_2025_04/spaces.tsv.gz",
        columns -> {
          RepositoryRecordBuilder model = records.get(columns[0].toLowerCase(Locale.ROOT));
          if (model != null) {
            model.relation(RelationKind.USED_IN, columns[1]);
          }
        });
    return order.stream().map(RepositoryRecordBuilder::build).toList();
  }

  /** The curated models of August 2026. */
  static List<RepositoryRecord> august2026() {
    HubNames names = new HubNames();
    List<RepositoryRecord> records = new ArrayList<>();
    HubFiles.objects(
        "hub_models_2026_08/models.jsonl.gz",
        node -> {
          RepositoryRecordBuilder record =
              RepositoryRecord.of(RepositoryKind.MODEL, HubFiles.text(node, "id"))
                  .task(HubFiles.text(node, "pipeline_tag"))
                  .library(HubFiles.text(node, "library"));
          if (!HubFiles.text(node, "created_at").isEmpty()) {
            record.created(Instant.parse(HubFiles.text(node, "created_at")));
          }
          if (node.path("parameters").asDouble() > 0) {
            record.number("parameters", node.path("parameters").asDouble());
          }
          if (node.path("storage_bytes").asDouble() > 0) {
            record.number("storage_bytes", node.path("storage_bytes").asDouble());
          }
          HubTags.declare(record, HubFiles.texts(node.path("tags")), names);
          records.add(record.build());
        });
    return records;
  }

  private static RepositoryRecordBuilder july2024(String[] columns, HubNames names) {
    RepositoryRecordBuilder record =
        RepositoryRecord.of(RepositoryKind.MODEL, columns[0])
            .created(Instant.parse(columns[1]))
            .task(columns[4])
            .library(columns[5])
            .counts(
                new DatedCounts(
                    Instant.parse("2024-07-11T00:00:00Z"),
                    Long.parseLong(columns[2]),
                    Long.parseLong(columns[3])));
    HubTags.declare(
        record, columns[6].isEmpty() ? List.of() : List.of(columns[6].split("\\|")), names);
    return record;
  }

  private static RepositoryRecordBuilder answer(JsonNode node, String id, HubNames names) {
    RepositoryRecordBuilder record = RepositoryRecord.of(RepositoryKind.MODEL, id);
    fields(record, node, "library_name");
    HubTags.declare(record, HubFiles.texts(node.path("tags")), names);
    node.path("siblings")
        .forEach(
            file ->
                record.file(
                    new RepositoryFile(HubFiles.text(file, "rfilename"), OptionalLong.empty())));
    return record;
  }

  private static void fields(RepositoryRecordBuilder record, JsonNode node, String library) {
    record.task(HubFiles.text(node, "pipeline_tag")).library(HubFiles.text(node, library));
    node.path("config")
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isValueNode() && !entry.getValue().isNull()) {
                record.config(entry.getKey(), entry.getValue().asText());
              } else if (entry.getValue().isArray() && !entry.getValue().isEmpty()) {
                record.config(entry.getKey(), entry.getValue().get(0).asText());
              }
            });
    double parameters = node.path("safetensors").path("total").asDouble();
    if (parameters > 0) {
      record.number("parameters", parameters);
    }
  }

  private static boolean taken(String id, double share) {
    int hash = id.toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
    return (hash >>> 8) < share * (1 << 24);
  }
}
