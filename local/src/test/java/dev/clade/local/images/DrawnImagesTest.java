package dev.clade.local.images;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ImageSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DrawnImagesTest {
  private final ImageSet set = DrawnImages.draw(0);
  private final Map<String, ByteString> pixels =
      set.getContributorsList().stream()
          .collect(Collectors.toMap(Contributor::getId, Contributor::getPixels));

  @Test
  void theSameSeedGivesTheSameBytes() {
    assertThat(DrawnImages.draw(0)).isEqualTo(set);
    assertThat(DrawnImages.draw(1)).isNotEqualTo(set);
  }

  @Test
  void oneContributorIsACopyOfAnother() {
    assertThat(pixels).hasSize(6);
    assertThat(pixels.get(DrawnImages.COPY)).isEqualTo(pixels.get(DrawnImages.ORIGINAL));
    assertThat(pixels.get("ben")).isNotEqualTo(pixels.get(DrawnImages.ORIGINAL));
  }

  @Test
  void everybodyHasEquallyManyImages() {
    assertThat(pixels.values()).allMatch(bytes -> bytes.size() == 120 * 64);
    assertThat(set.getReference().getPixels().size()).isEqualTo(400 * 64);
    assertThat(set.getReference().getLabels().size()).isEqualTo(400);
  }

  /** Clean images are black, or in one brightness of at least three quarters, but for grain. */
  @Test
  void onlyTheNoisyOneHasManyPixelsInBetween() {
    assertThat(inBetween(pixels.get(DrawnImages.NOISY))).isGreaterThan(0.2);
    assertThat(inBetween(pixels.get(DrawnImages.ORIGINAL))).isLessThan(0.01);
  }

  private static double inBetween(ByteString bytes) {
    int count = 0;
    for (int i = 0; i < bytes.size(); i++) {
      int pixel = bytes.byteAt(i) & 0xff;
      count += pixel > 50 && pixel < 150 ? 1 : 0;
    }
    return count / (double) bytes.size();
  }
}
