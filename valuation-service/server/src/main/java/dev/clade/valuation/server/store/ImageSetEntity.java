package dev.clade.valuation.server.store;

import com.google.protobuf.ByteString;
import dev.clade.valuation.server.domain.Contributor;
import dev.clade.valuation.server.domain.ImageSet;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A row of {@code image_set}. */
@Entity
@Table(name = "image_set")
class ImageSetEntity {
  @Id String id;

  int width;
  int height;
  String[] contributors;

  @Column(name = "image_counts")
  Integer[] imageCounts;

  byte[] pixels;

  @Column(name = "reference_pixels")
  byte[] referencePixels;

  @Column(name = "reference_labels")
  byte[] referenceLabels;

  static ImageSetEntity of(ImageSet imageSet) {
    ImageSetEntity entity = new ImageSetEntity();
    entity.id = imageSet.id();
    entity.width = imageSet.width();
    entity.height = imageSet.height();
    List<Contributor> contributors = imageSet.contributors();
    entity.contributors = contributors.stream().map(Contributor::id).toArray(String[]::new);
    entity.imageCounts = contributors.stream().map(Contributor::imageCount).toArray(Integer[]::new);
    entity.pixels =
        contributors.stream()
            .map(Contributor::pixels)
            .reduce(ByteString.EMPTY, ByteString::concat)
            .toByteArray();
    entity.referencePixels = imageSet.referencePixels().toByteArray();
    entity.referenceLabels = imageSet.referenceLabels().toByteArray();
    return entity;
  }

  ImageSet toImageSet() {
    ByteString all = ByteString.copyFrom(pixels);
    List<Contributor> owners = new ArrayList<>(contributors.length);
    int start = 0;
    for (int i = 0; i < contributors.length; i++) {
      int end = start + imageCounts[i] * width * height;
      owners.add(new Contributor(contributors[i], imageCounts[i], all.substring(start, end)));
      start = end;
    }
    return new ImageSet(
        id,
        width,
        height,
        owners,
        ByteString.copyFrom(referencePixels),
        ByteString.copyFrom(referenceLabels));
  }
}
