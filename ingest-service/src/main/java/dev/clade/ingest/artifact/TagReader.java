package dev.clade.ingest.artifact;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads licenses, languages and relations out of an artifact's tags and the fields beside them.
 *
 * <p>The hub's conventions: {@code license:X}, {@code dataset:X}, {@code base_model:X}, {@code
 * base_model:finetune:X} (or adapter, quantized, merge), {@code arxiv:X}, and a language is a bare
 * ISO 639-1 code. A base model that is declared both with and without a relation counts with it
 * only. A declaration that names no well-formed artifact, once surrounding spaces are gone, or that
 * names the artifact itself makes no relation; the tag stays as it is.
 */
final class TagReader {
  private static final Set<String> WITHDRAWN_CODES = Set.of("in", "iw", "ji", "mo", "sh");
  private static final Set<String> LANGUAGE_CODES =
      Stream.of(Locale.getISOLanguages())
          .filter(code -> !WITHDRAWN_CODES.contains(code))
          .collect(Collectors.toUnmodifiableSet());
  private static final Pattern ARXIV =
      Pattern.compile(
          "\\d{4}\\.\\d{4,5}(v\\d{1,3})?|[a-z-]{1,20}(\\.[A-Z]{2})?/\\d{7}(v\\d{1,3})?");

  private static final Set<String> WEIGHT_FORMATS =
      Set.of("safetensors", "gguf", "ggml", "onnx", "pytorch", "tf", "jax", "coreml", "openvino");

  private final ArtifactKind kind;
  private final String name;
  private final Set<String> licenses = new LinkedHashSet<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private final Set<Relation> relations = new LinkedHashSet<>();
  private final Set<String> typedBases = new LinkedHashSet<>();
  private final Set<String> formats = new LinkedHashSet<>();
  private String task = "";

  private TagReader(DeclaredArtifact declared) {
    this.kind = declared.kind;
    this.name = declared.kind.collection() + declared.id;
  }

  /** Reads an artifact's tags first, then what it declares apart from them. */
  static TagReader read(DeclaredArtifact declared) {
    TagReader reader = new TagReader(declared);
    declared.tags.forEach(reader::tag);
    declared.licenses.forEach(reader::license);
    declared.languages.forEach(reader::language);
    declared.baseModels.forEach(reader::base);
    declared.datasets.forEach(reader::dataset);
    declared.models.forEach(reader::usedModel);
    return reader;
  }

  List<String> licenses() {
    return List.copyOf(licenses);
  }

  List<String> languages() {
    return List.copyOf(languages);
  }

  List<Relation> relations() {
    List<Relation> kept = new ArrayList<>(relations);
    if (!typedBases.isEmpty()) {
      kept.removeIf(
          relation ->
              relation.type() == RelationType.UNSPECIFIED_DERIVATION
                  && typedBases.contains(relation.upstream()));
    }
    return kept;
  }

  /** Returns the first task that the tags of a dataset name; empty when they name none. */
  String task() {
    return task;
  }

  /** Returns the formats declared apart from the tags, then those that the tags name. */
  List<String> formats(List<String> declared) {
    Set<String> all = new LinkedHashSet<>(declared);
    all.addAll(formats);
    return List.copyOf(all);
  }

  private void tag(String tag) {
    int colon = tag.indexOf(':');
    if (colon < 0) {
      word(tag);
      return;
    }
    String value = tag.substring(colon + 1);
    switch (tag.substring(0, colon)) {
      case "license" -> license(value);
      case "language" -> language(value);
      case "dataset" -> dataset(value);
      case "base_model" -> base(value);
      case "arxiv" -> paper(value);
      case "format" -> formats.add(value);
      case "task_categories" -> task = task.isEmpty() ? value : task;
      default -> {
        // The hub has many other tags, which are kept as they are.
      }
    }
  }

  private void word(String tag) {
    language(tag);
    if (kind == ArtifactKind.MODEL && WEIGHT_FORMATS.contains(tag)) {
      formats.add(tag);
    }
  }

  private void license(String declared) {
    String license = declared.strip();
    if (!license.isEmpty()) {
      licenses.add(license);
    }
  }

  private void language(String declared) {
    if (declared.length() == 2 && LANGUAGE_CODES.contains(declared)) {
      languages.add(declared);
    }
  }

  private void base(String declared) {
    if (kind != ArtifactKind.MODEL) {
      return;
    }
    int colon = declared.indexOf(':');
    RelationType type = colon < 0 ? null : baseType(declared.substring(0, colon));
    if (type == null) {
      repository(RelationType.UNSPECIFIED_DERIVATION, "models/", declared);
    } else if (repository(type, "models/", declared.substring(colon + 1))) {
      typedBases.add("models/" + declared.substring(colon + 1).strip());
    }
  }

  private static RelationType baseType(String declared) {
    return switch (declared) {
      case "finetune" -> RelationType.FINETUNE;
      case "adapter" -> RelationType.ADAPTER;
      case "quantized" -> RelationType.QUANTIZED;
      case "merge" -> RelationType.MERGE;
      default -> null;
    };
  }

  /** Of a space, what it uses; a dataset that names others says nothing that a relation tells. */
  private void dataset(String declared) {
    switch (kind) {
      case MODEL -> repository(RelationType.TRAINED_ON, "datasets/", declared);
      case SPACE -> repository(RelationType.USED_IN, "datasets/", declared);
      case DATASET -> {
        // The hub's "source_datasets" have no common meaning.
      }
    }
  }

  private void usedModel(String declared) {
    repository(RelationType.USED_IN, "models/", declared);
  }

  private boolean repository(RelationType type, String collection, String declared) {
    String upstream = declared.strip();
    if (!HubIdentifier.isValid(upstream) || name.equals(collection + upstream)) {
      return false;
    }
    relations.add(new Relation(type, collection + upstream));
    return true;
  }

  private void paper(String declared) {
    String identifier = declared.strip();
    if (ARXIV.matcher(identifier).matches()) {
      relations.add(new Relation(RelationType.PAPER, "papers/" + identifier));
    }
  }
}
