package dev.clade.valuation.server.imageset;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import com.google.protobuf.ByteString;
import dev.clade.valuation.server.domain.Contributor;
import dev.clade.valuation.server.domain.ImageSet;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** The one form that all image sets of equal content have. */
final class CanonicalForm {
  private CanonicalForm() {}

  /**
   * Returns a checked image set with its contributors sorted by id, their images counted, and the
   * SHA-256 of all that as its id.
   */
  static ImageSet of(ImageSet imageSet) {
    int imageSize = imageSet.width() * imageSet.height();
    List<Contributor> sorted =
        imageSet.contributors().stream()
            .sorted(Comparator.comparing(Contributor::id))
            .map(one -> new Contributor(one.id(), one.pixels().size() / imageSize, one.pixels()))
            .toList();
    return new ImageSet(
        hash(imageSet, sorted),
        imageSet.width(),
        imageSet.height(),
        sorted,
        imageSet.referencePixels(),
        imageSet.referenceLabels());
  }

  /** Every part goes in after its length, so that no two contents make the same bytes. */
  private static String hash(ImageSet imageSet, List<Contributor> sorted) {
    Hasher hasher =
        Hashing.sha256()
            .newHasher()
            .putInt(imageSet.width())
            .putInt(imageSet.height())
            .putInt(sorted.size());
    for (Contributor contributor : sorted) {
      put(ByteString.copyFrom(contributor.id(), StandardCharsets.UTF_8), hasher);
      put(contributor.pixels(), hasher);
    }
    put(imageSet.referencePixels(), hasher);
    put(imageSet.referenceLabels(), hasher);
    return hasher.hash().toString();
  }

  private static void put(ByteString bytes, Hasher hasher) {
    hasher.putInt(bytes.size());
    bytes.asReadOnlyByteBufferList().forEach(hasher::putBytes);
  }
}
