package dev.clade.lineage.ecosystem.activity;

import java.util.Collection;
import java.util.Set;

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

  @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
  private final Set<String> tags;

  SubField(String... tags) {
    this.tags = Set.of(tags);
  }

  /** Returns the tags that make a repository belong here. */
  public Set<String> tags() {
    return tags;
  }

  /** Whether a repository with some tags belongs here. */
  public boolean hasAny(Collection<String> repositoryTags) {
    return repositoryTags.stream().anyMatch(tags::contains);
  }
}
