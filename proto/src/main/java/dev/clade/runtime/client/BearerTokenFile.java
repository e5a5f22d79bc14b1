package dev.clade.runtime.client;

import io.grpc.CallCredentials;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.SecurityLevel;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.Executor;

/**
 * The bearer token of a file (RFC 6750), read again when the file changes. It is sent over
 * encrypted connections and to this machine itself, never otherwise.
 */
final class BearerTokenFile extends CallCredentials {
  private static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private final Path file;
  private volatile Read last;

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException naming the variable and the file when it cannot be read
   */
  BearerTokenFile(Path file) {
    this.file = file;
    try {
      read();
    } catch (IOException e) {
      throw new IllegalArgumentException(unreadable(e), e);
    }
  }

  @Override
  public void applyRequestMetadata(RequestInfo call, Executor executor, MetadataApplier applier) {
    if (call.getSecurityLevel() != SecurityLevel.PRIVACY_AND_INTEGRITY && !isLoopback(call)) {
      applier.fail(
          Status.UNAUTHENTICATED.withDescription(
              "the token of %s is not sent to %s, because the connection is not encrypted; set %s"
                  .formatted(file, call.getAuthority(), ChannelSecurity.AUTHORITIES)));
      return;
    }
    executor.execute(() -> apply(applier));
  }

  private void apply(MetadataApplier applier) {
    try {
      Metadata headers = new Metadata();
      headers.put(AUTHORIZATION, "Bearer " + read());
      applier.apply(headers);
    } catch (IOException e) {
      applier.fail(Status.UNAUTHENTICATED.withDescription(unreadable(e)).withCause(e));
    }
  }

  private String read() throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    Read known = last;
    if (known == null || !known.isOf(found)) {
      known = new Read(Files.readString(file).strip(), found);
      last = known;
    }
    return known.token();
  }

  private String unreadable(IOException cause) {
    return "the token file %s (%s) cannot be read: %s"
        .formatted(file, ChannelSecurity.TOKEN, cause);
  }

  private static boolean isLoopback(RequestInfo call) {
    return call.getTransportAttrs().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR)
            instanceof InetSocketAddress address
        && address.getAddress() != null
        && address.getAddress().isLoopbackAddress();
  }

  /** A token, and what its file was like when it was read. */
  private record Read(String token, BasicFileAttributes attributes) {
    /** A link that was turned elsewhere shows by the other file's key. */
    boolean isOf(BasicFileAttributes found) {
      return found.lastModifiedTime().equals(attributes.lastModifiedTime())
          && found.size() == attributes.size()
          && String.valueOf(found.fileKey()).equals(String.valueOf(attributes.fileKey()));
    }
  }
}
