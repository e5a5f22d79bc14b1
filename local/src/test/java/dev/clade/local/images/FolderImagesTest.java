package dev.clade.local.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import dev.clade.valuation.v1.Contributor;
import dev.clade.valuation.v1.ImageSet;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderImagesTest {
  @TempDir private Path folder;

  @Test
  void foldersAreContributorsAndLabelsInTheOrderOfTheirNames() throws IOException {
    plain("all/anna/2.png", 4, 4, 20);
    plain("all/anna/1.gif", 4, 4, 10);
    plain("all/ben/1.png", 4, 4, 30);
    plain("reference/cat/1.png", 4, 4, 40);
    plain("reference/dog/1.png", 4, 4, 50);
    plain("reference/dog/2.png", 4, 4, 60);
    Files.writeString(folder.resolve("all/anna/.hidden"), "no image");
    ImageSet set = read(4);
    assertThat(set.getWidth()).isEqualTo(4);
    assertThat(set.getContributorsList())
        .extracting(Contributor::getId)
        .containsExactly("anna", "ben");
    assertThat(set.getContributors(0).getPixels()).isEqualTo(filled(10).concat(filled(20)));
    assertThat(set.getReference().getPixels())
        .isEqualTo(filled(40).concat(filled(50)).concat(filled(60)));
    assertThat(set.getReference().getLabels().toByteArray()).containsExactly(0, 1, 1);
  }

  @Test
  void coloursAreWeightedAndTransparencyIsBlack() throws IOException {
    plain("all/a/1.png", 4, 4, 1);
    BufferedImage colours = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
    int[] row = {0xffff0000, 0xff00ff00, 0xff0000ff, 0x80ffffff};
    for (int y = 0; y < 4; y++) {
      colours.setRGB(0, y, 4, 1, row, 0, 4);
    }
    write("reference/x/1.png", colours);
    byte[] pixels = read(4).getReference().getPixels().toByteArray();
    // 0.299, 0.587 and 0.114 of 255, and half of white.
    assertThat(pixels).startsWith(76, 150, 29, 128);
  }

  @Test
  void grayFilesKeepTheirValues() throws IOException {
    BufferedImage grey = new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_GRAY);
    grey.getRaster().setSample(0, 0, 0, 100);
    grey.getRaster().setSample(3, 3, 0, 200);
    write("all/a/1.png", grey);
    plain("reference/x/1.png", 4, 4, 1);
    ByteString pixels = read(4).getContributors(0).getPixels();
    assertThat(pixels.byteAt(0)).isEqualTo((byte) 100);
    assertThat(pixels.byteAt(15)).isEqualTo((byte) 200);
    assertThat(pixels.byteAt(5)).isZero();
  }

  @Test
  void pixelsAreMeansOfTheAreasThatTheyTake() throws IOException {
    // 6 wide: each of 4 pixels takes one and a half, so 2/3 of one and 1/3 of the next.
    BufferedImage wide = new BufferedImage(6, 4, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 6; x++) {
        wide.getRaster().setSample(x, y, 0, 30 * x);
      }
    }
    write("all/a/1.png", wide);
    plain("reference/x/1.png", 2, 2, 7);
    ImageSet set = read(4);
    assertThat(set.getContributors(0).getPixels().substring(0, 4).toByteArray())
        .containsExactly(10, 50, 100, 140);
    assertThat(set.getReference().getPixels()).isEqualTo(filled(7));
  }

  @Test
  void whatIsWrongIsToldWithItsFile() throws IOException {
    plain("reference/x/1.png", 4, 4, 1);
    Files.createDirectories(folder.resolve("all"));
    assertThatIOException()
        .isThrownBy(() -> read(4))
        .withMessageContaining("all must hold folders");
    Files.createDirectories(folder.resolve("all/a"));
    Path text = Files.writeString(folder.resolve("all/a/1.png"), "no image");
    assertThatIOException()
        .isThrownBy(() -> read(4))
        .withMessage(text + " must be a PNG, JPEG or GIF image");
    plain("all/a/1.png", 4, 4, 1);
    byte[] whole = Files.readAllBytes(text);
    Files.write(text, Arrays.copyOf(whole, whole.length / 2));
    assertThatIOException()
        .isThrownBy(() -> read(4))
        .withMessageStartingWith(text + " cannot be read as an image");
    assertThatIllegalArgumentException().isThrownBy(() -> read(3));
    assertThatIllegalArgumentException().isThrownBy(() -> read(65));
  }

  private ImageSet read(int side) throws IOException {
    return FolderImages.read(folder.resolve("all"), folder.resolve("reference"), side);
  }

  private static ByteString filled(int value) {
    byte[] pixels = new byte[16];
    Arrays.fill(pixels, (byte) value);
    return ByteString.copyFrom(pixels);
  }

  private void plain(String name, int width, int height, int value) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, value << 16 | value << 8 | value);
      }
    }
    write(name, image);
  }

  private void write(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
  }
}
