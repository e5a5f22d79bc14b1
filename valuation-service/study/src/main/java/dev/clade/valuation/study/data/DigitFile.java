package dev.clade.valuation.study.data;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * Reads handwritten digits of 8x8 pixels (Optical Recognition of Handwritten Digits, UCI): a
 * compressed table without a heading, 64 pixels from 0 to 16 and the digit a line.
 */
public final class DigitFile {
  private static final int SIDE = 8;
  private static final int WHITE = 16;

  private DigitFile() {}

  /**
   * Reads the images in the file's order.
   *
   * @throws IOException when the file cannot be read or a line is not what it should be; says which
   */
  public static LabelledImages read(Path file) throws IOException {
    ByteArrayOutputStream pixels = new ByteArrayOutputStream();
    ByteArrayOutputStream labels = new ByteArrayOutputStream();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.US_ASCII))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String[] fields = line.split(",", -1);
        if (fields.length != SIDE * SIDE + 1) {
          throw new IOException(
              "%s, line %d: must have %d fields; it has %d"
                  .formatted(file, number, SIDE * SIDE + 1, fields.length));
        }
        for (int i = 0; i < SIDE * SIDE; i++) {
          pixels.write(Math.round(255f * number(file, number, fields[i], WHITE) / WHITE));
        }
        labels.write(number(file, number, fields[SIDE * SIDE], 9));
      }
    }
    return new LabelledImages(SIDE, SIDE, pixels.toByteArray(), labels.toByteArray());
  }

  private static int number(Path file, int line, String field, int most) throws IOException {
    double value;
    try {
      value = Double.parseDouble(field);
    } catch (NumberFormatException _) {
      value = Double.NaN;
    }
    if (!(value >= 0 && value <= most && value == Math.rint(value))) {
      throw new IOException(
          "%s, line %d: must be a whole number from 0 to %d: %s"
              .formatted(file, line, most, field));
    }
    return (int) value;
  }
}
