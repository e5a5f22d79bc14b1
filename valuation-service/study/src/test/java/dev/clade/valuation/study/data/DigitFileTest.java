package dev.clade.valuation.study.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.runtime.testing.SharedData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitFileTest {
  @TempDir private Path folder;

  @Test
  void readsRealDigits() throws IOException {
    LabelledImages digits = DigitFile.read(SharedData.require("images/digits.csv.gz"));
    assertThat(digits.count()).isEqualTo(1_797);
    // The first line: 0,0,5,13,9,1,0,0,... and a zero.
    assertThat(digits.range(0, 1).pixels()).startsWith(0, 0, 80, (byte) 207, (byte) 143, 16, 0, 0);
    assertThat(digits.label(0)).isZero();
    assertThat(digits.label(1_796)).isEqualTo(8);
  }

  @Test
  void aWrongLineIsToldByItsNumber() throws IOException {
    String row = "0,".repeat(64);
    Path few = write("few", row + "1\n1,2\n");
    Path large = write("large", row + "10\n");
    assertThatThrownBy(() -> DigitFile.read(few))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("line 2: must have 65 fields; it has 2");
    assertThatThrownBy(() -> DigitFile.read(large))
        .hasMessageContaining("line 1: must be a whole number from 0 to 9: 10");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return file;
  }
}
