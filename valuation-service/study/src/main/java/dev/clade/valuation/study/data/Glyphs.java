package dev.clade.valuation.study.data;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.font.GlyphVector;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Letters as the fonts of this machine draw them, white on black, 16x16 pixels: images whose owner,
 * the font, is known by its style. No screen is needed.
 */
public final class Glyphs {
  /** The letters that are drawn; the label of an image is the place of its letter. */
  public static final String LETTERS = "ABDEGHKMRS";

  private static final int SIDE = 16;
  private static final float SMALLEST = 11;
  private static final float LARGEST = 15;
  private static final double FARTHEST = 1.5;
  private static final Set<String> LOGICAL =
      Set.of(Font.DIALOG, Font.DIALOG_INPUT, Font.MONOSPACED, Font.SANS_SERIF, Font.SERIF);

  private Glyphs() {}

  /** Returns the families of fonts that have the letters, by name. */
  public static List<String> families() {
    return Arrays.stream(
            GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames())
        .filter(family -> !LOGICAL.contains(family))
        .filter(family -> new Font(family, Font.PLAIN, SIDE).canDisplayUpTo(LETTERS) < 0)
        .sorted()
        .toList();
  }

  /**
   * Draws each letter so many times, every time of another size and a little off the middle.
   *
   * @param seed sizes and places depend on it alone
   */
  public static LabelledImages of(String family, int times, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    byte[] labels = new byte[LETTERS.length() * times];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) (i % LETTERS.length());
      Font font =
          new Font(family, Font.PLAIN, SIDE)
              .deriveFont((float) random.nextDouble(SMALLEST, LARGEST));
      pixels.writeBytes(
          draw(
              font,
              LETTERS.charAt(labels[i]),
              random.nextDouble(-FARTHEST, FARTHEST),
              random.nextDouble(-FARTHEST, FARTHEST)));
    }
    return new LabelledImages(SIDE, SIDE, pixels.toByteArray(), labels);
  }

  private static byte[] draw(Font font, char letter, double right, double down) {
    BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    GlyphVector glyph =
        font.createGlyphVector(graphics.getFontRenderContext(), new char[] {letter});
    Rectangle2D bounds = glyph.getVisualBounds();
    graphics.translate(
        SIDE / 2.0 - bounds.getCenterX() + right, SIDE / 2.0 - bounds.getCenterY() + down);
    graphics.fill(glyph.getOutline());
    graphics.dispose();
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }
}
