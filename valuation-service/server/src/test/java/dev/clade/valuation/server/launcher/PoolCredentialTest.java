package dev.clade.valuation.server.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.server.credential.CredentialKey;
import dev.clade.valuation.server.credential.WorkerCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** The file by which child processes get their credential. */
class PoolCredentialTest {
  private final CredentialKey key = CredentialKey.parse(CredentialKey.newJwk());

  @Test
  void theFileIsItsOwnersAloneStaysWhileItIsFreshAndGoesWithTheLauncher() throws IOException {
    PoolCredential credential =
        new PoolCredential(new WorkerCredentials(() -> key, Clock.systemUTC()), "pool");
    credential.refresh();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(credential.file())))
        .isEqualTo("rw-------");
    String token = Files.readString(credential.file());
    assertThat(token.split("\\.")).hasSize(3);
    credential.refresh();
    assertThat(credential.file()).hasContent(token);
    credential.close();
    assertThat(credential.file().getParent()).doesNotExist();
  }
}
