package dev.clade.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page that operators read is what the code declares. */
final class TelemetryPageTest {
  private static final Path PAGE = Path.of("../docs/telemetry.md");

  @Test
  void thePageIsWhatTheCodeDeclares() throws IOException {
    String text = TelemetryPage.text();
    if (Boolean.getBoolean("clade.write")) {
      Files.writeString(PAGE, text);
    }
    assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
        .as("docs/telemetry.md is stale; -Dclade.write=true writes it anew:%n%s", text)
        .isEqualTo(text);
  }
}
