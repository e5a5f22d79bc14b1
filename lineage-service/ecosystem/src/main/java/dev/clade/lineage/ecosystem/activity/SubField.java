package dev.clade.lineage.ecosystem.activity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The study's sub-fields. A repository belongs to each that has one of its tags. */
public enum SubField {
  /** Computer vision. */
  COMPUTER_VISION(
      "computer-vision",
      "depth-estimation",
      "image-classification",
      "object-detection",
      "image-segmentation",
      "image-to-image",
      "unconditional-image-generation",
      "video-classification",
      "zero-shot-image-classification"),
  /** Natural language processing. */
  LANGUAGE(
      "text-classification",
      "token-classification",
      "table-question-answering",
      "question-answering",
      "zero-shot-classification",
      "translation",
      "summarization",
      "conversational",
      "text-generation",
      "text2text-generation",
      "fill-mask",
      "sentence-similarity"),
  /** Several modalities, with what the study counted to them. */
  MULTIMODAL(
      "multimodal",
      "feature-extraction",
      "text-to-image",
      "image-to-text",
      "text-to-video",
      "visual-question-answering",
      "document-question-answering",
      "graph-machine-learning");

  /** Every set of sub-fields once, at the place that has the bits of its members. */
  private static final List<Set<SubField>> SETS =
      IntStream.range(0, 1 << values().length).mapToObj(SubField::set).toList();

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
  private final Set<String> tags;

  SubField(String... tags) {
    this.tags = Set.of(tags);
  }

  /** Returns the tags that make a repository belong here. */
  public Set<String> tags() {
    return tags;
  }

  /** Returns those that a repository with some tags belongs to; equal sets are one object. */
  public static Set<SubField> of(Collection<String> repositoryTags) {
    int bits = 0;
    for (SubField field : values()) {
      bits |= field.hasAny(repositoryTags) ? 1 << field.ordinal() : 0;
    }
    return SETS.get(bits);
  }

  /** Returns what it is called in reports, such as {@code computer_vision}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a repository with some tags belongs here. */
  public boolean hasAny(Collection<String> repositoryTags) {
    return repositoryTags.stream().anyMatch(tags::contains);
  }

  private static Set<SubField> set(int bits) {
    Set<SubField> fields = EnumSet.noneOf(SubField.class);
    Arrays.stream(values())
        .filter(field -> (bits & 1 << field.ordinal()) != 0)
        .forEach(fields::add);
    return Collections.unmodifiableSet(fields);
  }
}
