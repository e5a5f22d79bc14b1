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
 * Reads licenses, languages and relations out of a model's tags and the fields beside them.
 *
 * <p>The hub's conventions: {@code license:X}, {@code dataset:X}, {@code base_model:X}, {@code
 * base_model:finetune:X} (or adapter, quantized, merge), {@code arxiv:X}, and a language is a bare
 * ISO 639-1 code. A base model that is declared both with and without a relation counts with it
 * only. A declaration that names no well-formed artifact, once surrounding spaces are gone, or that
 * names the model itself makes no relation; the tag stays as it is.
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

  private final String id;
  private final Set<String> licenses = new LinkedHashSet<>();
  private final Set<String> languages = new LinkedHashSet<>();
  private final Set<Relation> relations = new LinkedHashSet<>();
  private final Set<String> typedBases = new LinkedHashSet<>();

  private TagReader(String id) {
    this.id = id;
  }

  /** Reads a model's tags first, then what it declares apart from them. */
  static TagReader read(DeclaredModel model) {
    TagReader reader = new TagReader(model.id);
    model.tags.forEach(reader::tag);
    model.licenses.forEach(reader::license);
    model.languages.forEach(reader::language);
    model.baseModels.forEach(reader::base);
    model.datasets.forEach(reader::dataset);
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

  private void tag(String tag) {
    int colon = tag.indexOf(':');
    if (colon < 0) {
      language(tag);
      return;
    }
    String value = tag.substring(colon + 1);
    switch (tag.substring(0, colon)) {
      case "license" -> license(value);
      case "dataset" -> dataset(value);
      case "base_model" -> base(value);
      case "arxiv" -> paper(value);
      default -> {
        // The hub has many other tags, which are kept as they are.
      }
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

  private void dataset(String declared) {
    repository(RelationType.TRAINED_ON, "datasets/", declared);
  }

  private boolean repository(RelationType type, String collection, String declared) {
    String upstream = declared.strip();
    boolean itself = type != RelationType.TRAINED_ON && upstream.equals(id);
    if (itself || !HubIdentifier.isValid(upstream)) {
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
