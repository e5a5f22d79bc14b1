package dev.clade.local.bench.hub;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.Change;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A catalogue whose feed is a hub's records, each one change, at a port of the loopback address. It
 * sends them at the reader's pace in batches as large as the real one's, and then keeps the stream
 * open. The records are made when they are sent, so it keeps nothing.
 */
public final class HubFeed extends CatalogueServiceGrpc.CatalogueServiceImplBase
    implements AutoCloseable {
  private static final int BATCH = 1_000;

  private final Hub hub;
  private final Server server;
  private final List<Long> opened = new ArrayList<>();
  private volatile long head;

  /** Opens the feed of all records. */
  public HubFeed(Hub hub) throws IOException {
    this.hub = hub;
    this.head = hub.count();
    this.server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            // A follower whose feed is quiet asks often whether it still stands.
            .permitKeepAliveTime(5, TimeUnit.SECONDS)
            .addService(this)
            .build()
            .start();
  }

  /** Returns the port. */
  public int port() {
    return server.getPort();
  }

  /** Returns the feed's head. */
  public long head() {
    return head;
  }

  /** Ends the feed after fewer records, or more; takes effect for streams opened from now on. */
  public void setHead(long newHead) {
    head = newHead;
  }

  /** Returns the positions that streams were opened after, in their order. */
  public synchronized List<Long> opened() {
    return List.copyOf(opened);
  }

  @Override
  public void streamChanges(
      StreamChangesRequest request, StreamObserver<StreamChangesResponse> stream) {
    synchronized (this) {
      opened.add(request.getAfterSequence());
    }
    ServerCallStreamObserver<StreamChangesResponse> call =
        (ServerCallStreamObserver<StreamChangesResponse>) stream;
    Replay replay = new Replay(request.getAfterSequence(), head);
    call.setOnReadyHandler(() -> replay.sendWhileReady(call));
  }

  @Override
  public void close() {
    server.shutdownNow();
  }

  /** One reader's way through the feed. */
  private final class Replay {
    private final long end;
    private long sent;
    private boolean begun;

    Replay(long after, long end) {
      this.sent = after;
      this.end = end;
    }

    void sendWhileReady(ServerCallStreamObserver<StreamChangesResponse> call) {
      while (call.isReady() && (sent < end || !begun)) {
        begun = true;
        StreamChangesResponse.Builder batch =
            StreamChangesResponse.newBuilder().setHeadSequence(end);
        for (long last = Math.min(end, sent + BATCH); sent < last; ) {
          batch.addChanges(change(++sent));
        }
        call.onNext(batch.setThroughSequence(sent).build());
      }
    }

    private Change change(long sequence) {
      Artifact artifact = ArtifactMessages.of(hub.record((int) sequence - 1), sequence);
      return Change.newBuilder().setSequence(sequence).setArtifact(artifact).build();
    }
  }
}
