package dev.clade.embedding.hub;

import dev.clade.embedding.repository.RelationKind;
import dev.clade.embedding.repository.RepositoryRecordBuilder;
import java.util.List;
import java.util.Map;

/** What tags declare: licences, base models with or without a relation, datasets and papers. */
final class HubTags {
  private static final Map<String, RelationKind> RELATIONS =
      Map.of(
          "finetune", RelationKind.FINETUNE,
          "adapter", RelationKind.ADAPTER,
          "quantized", RelationKind.QUANTIZED,
          "merge", RelationKind.MERGE);

  private HubTags() {}

  static void declare(RepositoryRecordBuilder record, List<String> tags, HubNames names) {
    record.tags(tags);
    record.licenses(
        tags.stream()
            .filter(tag -> tag.startsWith("license:"))
            .map(tag -> tag.substring(tag.lastIndexOf(':') + 1))
            .toList());
    boolean typed = tags.stream().anyMatch(tag -> relation(tag) != null);
    for (String tag : tags) {
      if (tag.startsWith("dataset:")) {
        record.relation(RelationKind.TRAINED_ON, tag.substring("dataset:".length()));
      } else if (tag.startsWith("arxiv:")) {
        record.relation(RelationKind.PAPER, tag.substring("arxiv:".length()));
      } else if (relation(tag) != null) {
        record.relation(relation(tag), names.present(tag.substring(tag.indexOf(':', 11) + 1)));
      } else if (tag.startsWith("base_model:") && !typed) {
        record.relation(
            RelationKind.UNSPECIFIED_DERIVATION,
            names.present(tag.substring("base_model:".length())));
      }
    }
  }

  private static RelationKind relation(String tag) {
    int end = tag.startsWith("base_model:") ? tag.indexOf(':', 11) : -1;
    return end < 0 ? null : RELATIONS.get(tag.substring(11, end));
  }
}
