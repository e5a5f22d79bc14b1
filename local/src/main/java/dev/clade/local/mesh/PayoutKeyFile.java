package dev.clade.local.mesh;

import dev.clade.valuation.document.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The key that the mesh's payouts are signed with: made once, for the owner alone to read. */
final class PayoutKeyFile {
  private PayoutKeyFile() {}

  /** Returns the file in a state folder, which this process has locked. */
  static Path in(StateFolder state) {
    Path file = state.root().resolve("payout-key.pem");
    if (!Files.exists(file)) {
      try {
        Path fresh = state.root().resolve("payout-key.pem.new");
        Files.deleteIfExists(fresh);
        Files.createFile(
            fresh,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, SigningKey.newPem());
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return file;
  }
}
