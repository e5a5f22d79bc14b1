package dev.clade.valuation.server.domain;

import com.google.protobuf.ByteString;

/**
 * A contributor of images.
 *
 * @param id identifier, unique in its image set
 * @param imageCount images, possibly none
 * @param pixels pixels of all images, image after image, row after row
 */
public record Contributor(String id, int imageCount, ByteString pixels) {}
