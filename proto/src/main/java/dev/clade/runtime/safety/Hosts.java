package dev.clade.runtime.safety;

import com.google.common.base.Splitter;
import com.google.common.net.HostAndPort;
import com.google.common.net.InetAddresses;
import java.util.List;

/** Tells hosts that only this machine reaches from others, without asking any name server. */
final class Hosts {
  private static final Splitter COMMAS = Splitter.on(',').trimResults().omitEmptyStrings();

  private Hosts() {}

  /** Returns whether a host, by name or address, is this machine's own loopback. */
  static boolean isLoopback(String host) {
    return host.equals("localhost")
        || InetAddresses.isUriInetAddress(host)
            && InetAddresses.forUriString(host).isLoopbackAddress()
        || InetAddresses.isInetAddress(host) && InetAddresses.forString(host).isLoopbackAddress();
  }

  /**
   * Returns whether every host of an address such as {@code scheme://user@host:1,host:2/path} is.
   */
  static boolean isLoopbackUrl(String url) {
    int start = url.indexOf("//") + 2;
    String rest = url.substring(start == 1 ? 0 : start);
    String authority = rest.split("[/?#]", 2)[0];
    List<String> hosts = COMMAS.splitToList(authority.substring(authority.lastIndexOf('@') + 1));
    return !hosts.isEmpty()
        && hosts.stream().allMatch(host -> isLoopback(HostAndPort.fromString(host).getHost()));
  }
}
