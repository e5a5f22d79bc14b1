package dev.clade.local.fault;

import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One client's connection and the one to the server, each end read by a thread of its own. */
final class ProxiedConnection {
  private final FaultProxy proxy;
  private final Socket client;
  private final Socket server;
  private final Consumer<ProxiedConnection> closed;
  private final AtomicInteger openWays = new AtomicInteger(Direction.values().length);

  /**
   * Joins two sockets, which nobody reads before {@link #start}.
   *
   * @param closed told when both are closed
   */
  ProxiedConnection(
      FaultProxy proxy, Socket client, Socket server, Consumer<ProxiedConnection> closed) {
    this.proxy = proxy;
    this.client = client;
    this.server = server;
    this.closed = closed;
  }

  /** Begins to pass bytes both ways. */
  void start() throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    new OneWay(this, client, server, Direction.UPSTREAM).start();
    new OneWay(this, server, client, Direction.DOWNSTREAM).start();
  }

  List<Toxic> toxics(Direction direction) {
    return proxy.toxics(direction);
  }

  /** One direction has ended in order; the sockets stay until both have. */
  void endOneWay() {
    if (openWays.decrementAndGet() == 0) {
      cut();
    }
  }

  /** Closes both sockets. */
  void cut() {
    closeQuietly(client);
    closeQuietly(server);
    closed.accept(this);
  }

  /** Closes both sockets, and has their peers told of a reset. */
  void reset() throws IOException {
    client.setSoLinger(true, 0);
    server.setSoLinger(true, 0);
    cut();
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed all the same.
    }
  }
}
