package dev.clade.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.document.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PayoutKeyFileTest {
  @TempDir private Path folder;

  @Test
  void theKeyIsMadeOnceAndForItsOwnerAlone() throws Exception {
    Path file = PayoutKeyFile.in(new StateFolder(folder));
    String pem = Files.readString(file);
    assertThat(SigningKey.fromPem(pem).publicJwk()).contains("Ed25519");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PayoutKeyFile.in(new StateFolder(folder))).isEqualTo(file).hasContent(pem);
  }
}
