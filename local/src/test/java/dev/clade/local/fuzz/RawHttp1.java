package dev.clade.local.fuzz;

import dev.clade.local.client.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One request over HTTP/1.1 in any bytes, on a connection of its own. */
final class RawHttp1 {
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (?<code>\\d{3}) ?.*");
  private static final int MOST_KEPT = 1 << 18;
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private RawHttp1() {}

  /**
   * What came back.
   *
   * @param code status; 0 when none came
   * @param head status line and headers
   * @param body the content
   * @param silent whether the server had neither answered in full nor closed when the client left
   */
  record Answer(int code, String head, String body, boolean silent) {}

  /** Sends bytes, and reads until the server closes or says nothing for a while. */
  static Answer exchange(Address address, byte[] request, Duration patience) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean silent = false;
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(address.host(), address.port()), (int) CONNECT.toMillis());
      socket.setSoTimeout((int) patience.toMillis());
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
      InputStream input = socket.getInputStream();
      byte[] buffer = new byte[8_192];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        if (text.length() < MOST_KEPT) {
          text.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (SocketTimeoutException e) {
      silent = true;
    } catch (SocketException e) {
      // Closed in the middle: what had come is the answer.
    }
    return parse(text.toString(), silent);
  }

  private static Answer parse(String text, boolean silent) {
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    String body = end < 0 ? "" : text.substring(end + 4);
    Matcher status = STATUS.matcher(head.lines().findFirst().orElse(""));
    return new Answer(
        status.matches() ? Integer.parseInt(status.group("code")) : 0, head, body, silent);
  }
}
