package dev.clade.local.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stands between clients and a server of the loopback address, and passes on what they say as the
 * toxics let it. Toxics act on open connections as well, from their next bytes on.
 */
public final class FaultProxy implements AutoCloseable {
  private static final int BACKLOG = 128;

  private final int upstreamPort;
  private final int port;
  private final Map<Direction, List<Toxic>> toxics = new ConcurrentHashMap<>();
  private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
  private ServerSocket listener;
  private Thread acceptor;

  /** Begins to stand before the server at a port, without any toxics. */
  public FaultProxy(int upstreamPort) {
    this.upstreamPort = upstreamPort;
    heal();
    try {
      listener = listen(0);
    } catch (IOException e) {
      throw new UncheckedIOException("no port for a proxy", e);
    }
    port = listener.getLocalPort();
    acceptor = accept(listener);
  }

  /** Returns the port that clients are to connect to; it stays the same. */
  public int port() {
    return port;
  }

  /** Returns how many connections are open. */
  public int connections() {
    return open.size();
  }

  /** Puts toxics into one direction, the first that bytes meet first, in place of those there. */
  public void poison(Direction direction, Toxic... given) {
    toxics.put(direction, List.of(given));
  }

  /** Takes all toxics away. Connections that lost bytes go on without them. */
  public void heal() {
    for (Direction direction : Direction.values()) {
      toxics.put(direction, List.of());
    }
  }

  /** Cuts every connection and takes no more. */
  public synchronized void down() throws IOException {
    listener.close();
    try {
      // The port is free only when nobody is about to take a connection any more.
      acceptor.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    open.forEach(ProxiedConnection::cut);
  }

  /** Takes connections again after {@link #down}. */
  public synchronized void up() throws IOException {
    listener = listen(port);
    acceptor = accept(listener);
  }

  @Override
  public void close() throws IOException {
    down();
  }

  List<Toxic> toxics(Direction direction) {
    return toxics.get(direction);
  }

  private static ServerSocket listen(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    return socket;
  }

  private Thread accept(ServerSocket socket) {
    return Thread.ofVirtual()
        .name("fault-proxy-", port)
        .start(
            () -> {
              try {
                while (true) {
                  connect(socket.accept());
                }
              } catch (SocketException e) {
                // The proxy is down.
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
  }

  private void connect(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), upstreamPort);
      ProxiedConnection connection = new ProxiedConnection(this, client, server, open::remove);
      open.add(connection);
      connection.start();
    } catch (IOException e) {
      ProxiedConnection.closeQuietly(client);
    }
  }
}
