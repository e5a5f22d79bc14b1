package dev.clade.local.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each toxic between a client and a server that echoes. Times are held from below only. */
final class FaultProxyTest {
  private static final byte[] WORDS = "a few words".getBytes(StandardCharsets.UTF_8);
  private static final int SILENCE_MILLIS = 300;

  private EchoServer server;
  private FaultProxy proxy;
  private Socket client;

  @BeforeEach
  void connect() throws IOException {
    server = new EchoServer();
    proxy = new FaultProxy(server.port());
    client = open();
  }

  @AfterEach
  void disconnect() throws IOException {
    client.close();
    proxy.close();
    server.close();
  }

  @Test
  void withoutToxicsEverythingPassesAsItWas() throws Exception {
    byte[] much = new byte[3_000_000];
    new Random(1).nextBytes(much);
    Thread sender = Thread.ofVirtual().start(() -> send(much));
    assertThat(client.getInputStream().readNBytes(much.length)).isEqualTo(much);
    sender.join();
    client.shutdownOutput();
    assertThat(client.getInputStream().read()).isEqualTo(-1);
    awaitConnections(0);
  }

  @Test
  void latencyHoldsUpEachWayAndTogether() throws Exception {
    proxy.poison(Direction.UPSTREAM, new Latency(Duration.ofMillis(120), Duration.ofMillis(20), 1));
    assertThat(roundTrip()).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    proxy.poison(
        Direction.DOWNSTREAM, new Latency(Duration.ofMillis(120), Duration.ofMillis(20), 2));
    assertThat(roundTrip()).isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  /** Ten messages that come within a delay pass within two; one behind the other they need ten. */
  @Test
  void latencyDoesNotNarrowTheWay() throws Exception {
    Duration delay = Duration.ofMillis(500);
    proxy.poison(Direction.UPSTREAM, new Latency(delay, Duration.ZERO, 1));
    long begin = System.nanoTime();
    for (int message = 0; message < 10; message++) {
      send(WORDS);
      Thread.sleep(10);
    }
    client.getInputStream().readNBytes(10 * WORDS.length);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(delay, delay.multipliedBy(8));
  }

  @Test
  void bandwidthNarrowsIt() throws Exception {
    proxy.poison(Direction.DOWNSTREAM, new Bandwidth(100_000));
    long begin = System.nanoTime();
    send(new byte[30_000]);
    assertThat(client.getInputStream().readNBytes(30_000)).hasSize(30_000);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(290));
  }

  @Test
  void theSlicerLosesNothingAndSendsPart() throws Exception {
    proxy.poison(Direction.DOWNSTREAM, new Slicer(4, 2, Duration.ofMillis(20), 1));
    send(WORDS);
    assertThat(client.getInputStream().read(new byte[100])).isBetween(1, 6);
    proxy.heal();
    byte[] rest = client.getInputStream().readNBytes(1);
    assertThat(rest).hasSize(1);
  }

  @Test
  void slicesMakeTheWhole() throws Exception {
    proxy.poison(Direction.UPSTREAM, new Slicer(3, 2, Duration.ZERO, 1));
    proxy.poison(Direction.DOWNSTREAM, new Slicer(3, 2, Duration.ZERO, 2));
    send(WORDS);
    assertThat(client.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
  }

  @Test
  void nothingLeavesABlackHoleUntilItIsHealed() throws Exception {
    proxy.poison(Direction.UPSTREAM, new BlackHole(Duration.ZERO));
    send(WORDS);
    assertSilence();
    proxy.heal();
    send(WORDS);
    assertThat(client.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
    assertSilence();
  }

  @Test
  void aBlackHoleMayCutAfterAWhile() throws Exception {
    proxy.poison(Direction.DOWNSTREAM, new BlackHole(Duration.ofMillis(100)));
    long begin = System.nanoTime();
    send(WORDS);
    assertThat(client.getInputStream().read()).isEqualTo(-1);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
  }

  @Test
  void aResetIsAReset() throws Exception {
    proxy.poison(Direction.UPSTREAM, new ResetPeer(Duration.ZERO));
    send(WORDS);
    assertThatExceptionOfType(SocketException.class)
        .isThrownBy(() -> client.getInputStream().read())
        .withMessageContaining("reset");
  }

  @Test
  void limitedDataPassesAndThenTheConnectionIsCut() throws Exception {
    proxy.poison(Direction.DOWNSTREAM, new LimitData(5));
    send(WORDS);
    assertThat(client.getInputStream().readAllBytes())
        .isEqualTo("a few".getBytes(StandardCharsets.UTF_8));
    awaitConnections(0);
  }

  @Test
  void theEndIsHeardLate() throws Exception {
    proxy.poison(Direction.DOWNSTREAM, new SlowClose(Duration.ofMillis(150)));
    long begin = System.nanoTime();
    send(WORDS);
    client.shutdownOutput();
    assertThat(client.getInputStream().readAllBytes()).isEqualTo(WORDS);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(150));
  }

  @Test
  void downCutsAndRefusesAndUpTakesAgain() throws Exception {
    assertThat(roundTrip()).isPositive();
    proxy.down();
    assertThat(client.getInputStream().read()).isEqualTo(-1);
    assertThatExceptionOfType(IOException.class).isThrownBy(this::open);
    proxy.up();
    client = open();
    assertThat(roundTrip()).isPositive();
  }

  @Test
  void aServerThatIsAwayEndsTheConnection() throws Exception {
    server.close();
    try (Socket late = open()) {
      assertThat(late.getInputStream().read()).isEqualTo(-1);
    }
  }

  private Socket open() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
  }

  private void send(byte[] bytes) {
    try {
      client.getOutputStream().write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Duration roundTrip() throws IOException {
    long begin = System.nanoTime();
    send(WORDS);
    assertThat(client.getInputStream().readNBytes(WORDS.length)).isEqualTo(WORDS);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private void assertSilence() throws IOException {
    client.setSoTimeout(SILENCE_MILLIS);
    assertThatExceptionOfType(SocketTimeoutException.class)
        .isThrownBy(() -> client.getInputStream().read());
    client.setSoTimeout(0);
  }

  private void awaitConnections(int expected) throws InterruptedException {
    for (int look = 0; look < 200 && proxy.connections() != expected; look++) {
      Thread.sleep(10);
    }
    assertThat(proxy.connections()).isEqualTo(expected);
  }
}
