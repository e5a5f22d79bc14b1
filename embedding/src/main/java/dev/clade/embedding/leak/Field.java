package dev.clade.embedding.leak;

import java.util.List;
import java.util.Set;

/** Fields that an embedding may be evaluated by. */
public enum Field {
  /** The task. */
  TASK(
      List.of("pipeline_tag:", "task_categories:", "task_ids:", "task:"),
      Set.of("architectures", "task_specific_params", "pipeline_tag", "auto_model", "auto_map")),
  /** The library. */
  LIBRARY(
      List.of("library_name:", "library:"),
      Set.of(
          "library_name",
          "transformers_version",
          "_diffusers_version",
          "_class_name",
          "peft_type",
          "auto_model")),
  /** The licence. */
  LICENSE(List.of("license:", "license_name:", "license_link:"), Set.of("license")),
  /** The architecture. */
  MODEL_TYPE(
      List.of("model_type:"), Set.of("model_type", "architectures", "auto_model", "auto_map")),
  /** The base models and how they were used. */
  BASE_MODEL(
      List.of("base_model:", "base_model_relation:"),
      Set.of("base_model", "_name_or_path", "base_model_name_or_path")),
  /** The datasets that it was trained on. */
  DATASET(List.of("dataset:"), Set.of()),
  /** The papers about it. */
  PAPER(List.of("arxiv:", "doi:"), Set.of());

  /** The fields of labels and of parents, which every version is evaluated by. */
  public static final Set<Field> LABELS_AND_PARENTS =
      Set.of(TASK, LIBRARY, LICENSE, MODEL_TYPE, BASE_MODEL);

  private final List<String> tagPrefixes;
  private final Set<String> configurationKeys;

  Field(List<String> tagPrefixes, Set<String> configurationKeys) {
    this.tagPrefixes = tagPrefixes;
    this.configurationKeys = configurationKeys;
  }

  /** Returns what tags of the field begin with, in lower case. */
  List<String> tagPrefixes() {
    return tagPrefixes;
  }

  /** Returns the keys of a configuration that tell the field; nested keys below them do too. */
  Set<String> configurationKeys() {
    return configurationKeys;
  }
}
