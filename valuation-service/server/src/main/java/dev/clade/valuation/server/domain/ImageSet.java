package dev.clade.valuation.server.domain;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * Small grey images and who contributed them.
 *
 * @param id hash of the content
 * @param width width of every image in pixels
 * @param height height of every image in pixels
 * @param contributors sorted by id
 * @param referencePixels pixels of the images that nobody contributed
 * @param referenceLabels one label a reference image
 */
public record ImageSet(
    String id,
    int width,
    int height,
    List<Contributor> contributors,
    ByteString referencePixels,
    ByteString referenceLabels) {

  /** Copies the list. */
  public ImageSet {
    contributors = List.copyOf(contributors);
  }
}
