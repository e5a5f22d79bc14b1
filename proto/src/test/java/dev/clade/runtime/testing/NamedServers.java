package dev.clade.runtime.testing;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.NameResolverProvider;
import java.net.URI;
import java.util.List;

/**
 * A name that resolves to the servers that are there when it is asked, as that of a headless
 * service does. It is registered with gRPC's registry of resolvers.
 */
public final class NamedServers extends NameResolverProvider {
  private static final String SCHEME = "pods";

  private final List<EquivalentAddressGroup> addresses;

  /**
   * Creates the name.
   *
   * @param addresses where the servers are; may change at any time, from any thread
   */
  public NamedServers(List<EquivalentAddressGroup> addresses) {
    this.addresses = addresses;
  }

  /** Returns what channels are opened to. */
  public String target() {
    return SCHEME + ":///all";
  }

  @Override
  protected boolean isAvailable() {
    return true;
  }

  @Override
  protected int priority() {
    return 5;
  }

  @Override
  public String getDefaultScheme() {
    return SCHEME;
  }

  @Override
  public NameResolver newNameResolver(URI target, NameResolver.Args arguments) {
    return new NameResolver() {
      private Listener2 listener;

      @Override
      public String getServiceAuthority() {
        return "localhost";
      }

      @Override
      public void start(Listener2 given) {
        listener = given;
        refresh();
      }

      @Override
      public void refresh() {
        listener.onResult(
            ResolutionResult.newBuilder().setAddresses(List.copyOf(addresses)).build());
      }

      @Override
      public void shutdown() {}
    };
  }
}
