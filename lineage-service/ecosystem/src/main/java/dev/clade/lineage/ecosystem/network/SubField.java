package dev.clade.lineage.ecosystem.network;

import java.util.Collection;
import java.util.Set;

/**
 * The sub-fields of machine learning that Osborne et al. (arXiv 2405.13058) compare. A repository
 * belongs to one when any of its tags does, so it may belong to several.
 */
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
  /** Several kinds of media together; the study also counts features and graphs here. */
  MULTIMODAL(
      "multimodal",
      "feature-extraction",
      "text-to-image",
      "image-to-text",
      "text-to-video",
      "visual-question-answering",
      "document-question-answering",
      "graph-machine-learning");

  @SuppressWarnings("ImmutableEnumChecker") // Set.of gives one that cannot change.
  private final Set<String> tags;

  SubField(String... tags) {
    this.tags = Set.of(tags);
  }

  /** Returns the tags of the sub-field. */
  public Set<String> tags() {
    return tags;
  }

  /** Whether a repository with some tags belongs to the sub-field. */
  public boolean has(Collection<String> repositoryTags) {
    return repositoryTags.stream().anyMatch(tags::contains);
  }
}
