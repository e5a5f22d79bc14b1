package dev.clade.runtime.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.util.List;
import javax.net.ssl.SSLSession;

/**
 * What a call says about who makes it.
 *
 * @param authorization the headers {@code Authorization}
 * @param session of the connection, or null when it is not encrypted
 * @param identity what Quarkus makes of the header when it is asked
 */
record Credentials(List<String> authorization, SSLSession session, Uni<SecurityIdentity> identity) {
  /** Shown by nothing: headers hold tokens. */
  @Override
  public String toString() {
    return "credentials";
  }
}
