package dev.clade.local.client;

/**
 * Where a service answers.
 *
 * @param host name or IP address
 * @param port port of both gRPC and HTTP
 */
public record Address(String host, int port) {

  /**
   * Reads {@code host:port}, or {@code host} alone with the standard port.
   *
   * @throws IllegalArgumentException when the text is neither
   */
  public static Address parse(String text, int standardPort) {
    int colon = text.lastIndexOf(':');
    String host = colon < 0 ? text : text.substring(0, colon);
    int port = colon < 0 ? standardPort : port(text, text.substring(colon + 1));
    if (host.isBlank() || port < 1 || port > 65_535) {
      throw malformed(text);
    }
    return new Address(host, port);
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }

  private static int port(String text, String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw malformed(text);
    }
  }

  private static IllegalArgumentException malformed(String text) {
    return new IllegalArgumentException(
        "\"%s\" is no address; an address is host or host:port".formatted(text));
  }
}
