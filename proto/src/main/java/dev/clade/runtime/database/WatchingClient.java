package dev.clade.runtime.database;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.SocketAddress;
import java.util.function.Consumer;

/**
 * A client of Vert.x that shows each socket before its user gets it.
 *
 * @param client makes the sockets
 * @param watcher is shown them, on their event loop
 */
record WatchingClient(NetClient client, Consumer<NetSocket> watcher) implements NetClient {
  @Override
  public Future<NetSocket> connect(int port, String host) {
    return watched(client.connect(port, host));
  }

  @Override
  public Future<NetSocket> connect(int port, String host, String serverName) {
    return watched(client.connect(port, host, serverName));
  }

  @Override
  public Future<NetSocket> connect(SocketAddress address) {
    return watched(client.connect(address));
  }

  @Override
  public Future<NetSocket> connect(SocketAddress address, String serverName) {
    return watched(client.connect(address, serverName));
  }

  @Override
  public NetClient connect(int port, String host, Handler<AsyncResult<NetSocket>> handler) {
    connect(port, host).onComplete(handler);
    return this;
  }

  @Override
  public NetClient connect(
      int port, String host, String serverName, Handler<AsyncResult<NetSocket>> handler) {
    connect(port, host, serverName).onComplete(handler);
    return this;
  }

  @Override
  public NetClient connect(SocketAddress address, Handler<AsyncResult<NetSocket>> handler) {
    connect(address).onComplete(handler);
    return this;
  }

  @Override
  public NetClient connect(
      SocketAddress address, String serverName, Handler<AsyncResult<NetSocket>> handler) {
    connect(address, serverName).onComplete(handler);
    return this;
  }

  @Override
  public void close(Handler<AsyncResult<Void>> handler) {
    client.close(handler);
  }

  @Override
  public Future<Void> close() {
    return client.close();
  }

  @Override
  public Future<Boolean> updateSSLOptions(SSLOptions options, boolean force) {
    return client.updateSSLOptions(options, force);
  }

  @Override
  public boolean isMetricsEnabled() {
    return client.isMetricsEnabled();
  }

  private Future<NetSocket> watched(Future<NetSocket> connecting) {
    return connecting.onSuccess(watcher::accept);
  }
}
