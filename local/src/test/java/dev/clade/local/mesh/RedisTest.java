package dev.clade.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RedisTest {
  @TempDir private Path folder;

  @Test
  void answersUntilItIsClosed() throws Exception {
    int port = new Ports().any();
    ChildProcess redis = Redis.start(new StateFolder(folder), port);
    try (redis) {
      assertThat(ping(port)).isEqualTo("+PONG");
    }
    assertThat(redis.isAlive()).isFalse();
    assertThat(redis.mark().find()).isEmpty();
  }

  private static String ping(int port) throws Exception {
    Instant end = Instant.now().plusSeconds(20);
    while (true) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
          BufferedReader answer =
              new BufferedReader(
                  new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
        socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
        return answer.readLine();
      } catch (IOException e) {
        if (Instant.now().isAfter(end)) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }
}
