package dev.clade.valuation.server.grpc;

import dev.clade.valuation.server.domain.Contributor;
import dev.clade.valuation.server.domain.ImageSet;
import dev.clade.valuation.server.domain.Names;
import dev.clade.valuation.v1.LabelledImages;

/** Maps image sets. */
final class ImageSetMessages {
  private ImageSetMessages() {}

  static ImageSet imageSet(dev.clade.valuation.v1.ImageSet message) {
    return new ImageSet(
        "",
        message.getWidth(),
        message.getHeight(),
        message.getContributorsList().stream()
            .map(one -> new Contributor(one.getId(), one.getImageCount(), one.getPixels()))
            .toList(),
        message.getReference().getPixels(),
        message.getReference().getLabels());
  }

  static dev.clade.valuation.v1.ImageSet withoutPixels(ImageSet imageSet) {
    dev.clade.valuation.v1.ImageSet.Builder message = frame(imageSet);
    imageSet
        .contributors()
        .forEach(
            one ->
                message.addContributorsBuilder().setId(one.id()).setImageCount(one.imageCount()));
    return message.build();
  }

  static dev.clade.valuation.v1.ImageSet withPixels(ImageSet imageSet) {
    dev.clade.valuation.v1.ImageSet.Builder message = frame(imageSet);
    imageSet
        .contributors()
        .forEach(
            one ->
                message
                    .addContributorsBuilder()
                    .setId(one.id())
                    .setImageCount(one.imageCount())
                    .setPixels(one.pixels()));
    return message
        .setReference(
            LabelledImages.newBuilder()
                .setPixels(imageSet.referencePixels())
                .setLabels(imageSet.referenceLabels()))
        .build();
  }

  private static dev.clade.valuation.v1.ImageSet.Builder frame(ImageSet imageSet) {
    return dev.clade.valuation.v1.ImageSet.newBuilder()
        .setName(Names.ofImageSet(imageSet.id()))
        .setWidth(imageSet.width())
        .setHeight(imageSet.height());
  }
}
