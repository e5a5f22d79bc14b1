package dev.clade.valuation.server.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuationSafetyTest {
  @TempDir Path folder;

  @Test
  void aPayoutKeyThatEverybodyReadsIsADangerWhereOthersReachTheServer() throws IOException {
    Optional<String> key = Optional.of(Files.createFile(folder.resolve("key.pem")).toString());
    permit("rw-r--r--");
    assertThat(new PayoutKeyReadable(key, true).danger()).isPresent();
    assertThat(new PayoutKeyReadable(key, false).danger()).isEmpty();
    permit("rw-r-----");
    assertThat(new PayoutKeyReadable(key, true).danger()).isEmpty();
    assertThat(new PayoutKeyReadable(Optional.empty(), true).danger()).isEmpty();
  }

  @Test
  void anImageNamedByATagIsADanger() {
    String digest = "clade/valuation-worker@sha256:" + "0".repeat(64);
    assertThat(new WorkerImageTag(List.of(digest)).danger()).isEmpty();
    assertThat(new WorkerImageTag(List.of()).danger()).isEmpty();
    assertThat(new WorkerImageTag(List.of(digest, "acme/worker:1")).danger())
        .hasValueSatisfying(told -> assertThat(told).contains("acme/worker:1"));
  }

  private void permit(String permissions) throws IOException {
    Files.setPosixFilePermissions(
        folder.resolve("key.pem"), PosixFilePermissions.fromString(permissions));
  }
}
