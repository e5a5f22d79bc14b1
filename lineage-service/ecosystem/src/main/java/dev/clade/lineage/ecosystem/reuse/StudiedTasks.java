package dev.clade.lineage.ecosystem.reuse;

import java.util.List;

/** The tasks of Park and Yoon (ASIS&amp;T 2025), by the hub's names. */
public final class StudiedTasks {
  /** The 12 tasks of natural language processing. */
  public static final List<String> LANGUAGE =
      List.of(
          "feature-extraction",
          "fill-mask",
          "question-answering",
          "sentence-similarity",
          "summarization",
          "table-question-answering",
          "text-classification",
          "text-generation",
          "text2text-generation",
          "token-classification",
          "translation",
          "zero-shot-classification");

  /** The 18 tasks of computer vision. */
  public static final List<String> VISION =
      List.of(
          "depth-estimation",
          "image-classification",
          "image-feature-extraction",
          "image-segmentation",
          "image-to-3d",
          "image-to-image",
          "image-to-text",
          "image-to-video",
          "keypoint-detection",
          "mask-generation",
          "object-detection",
          "text-to-3d",
          "text-to-image",
          "text-to-video",
          "unconditional-image-generation",
          "video-classification",
          "zero-shot-image-classification",
          "zero-shot-object-detection");

  private StudiedTasks() {}
}
