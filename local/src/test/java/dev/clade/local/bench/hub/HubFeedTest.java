package dev.clade.local.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.StreamChangesRequest;
import dev.clade.ingest.v1.StreamChangesResponse;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class HubFeedTest {
  private final Hub hub = GeneratedHub.of(2_500, 1);
  private HubFeed feed;
  private ManagedChannel channel;

  @BeforeEach
  void open() throws Exception {
    feed = new HubFeed(hub);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", feed.port()).usePlaintext().build();
  }

  @AfterEach
  void close() {
    channel.shutdownNow();
    feed.close();
  }

  @Test
  void sendsEveryRecordOnceUpToTheHead() {
    feed.setHead(hub.count() - 100);

    assertThat(sequencesAfter(0))
        .isEqualTo(LongStream.rangeClosed(1, hub.count() - 100).boxed().toList());
  }

  @Test
  void goesOnAfterAPositionAndKeepsWhichItWas() {
    assertThat(sequencesAfter(hub.count() - 3))
        .containsExactly(hub.count() - 2L, hub.count() - 1L, (long) hub.count());
    assertThat(sequencesAfter(hub.count())).isEmpty();
    assertThat(feed.opened()).containsExactly(hub.count() - 3L, (long) hub.count());
  }

  private List<Long> sequencesAfter(long position) {
    List<Long> sequences = new ArrayList<>();
    Iterator<StreamChangesResponse> batches =
        CatalogueServiceGrpc.newBlockingStub(channel)
            .streamChanges(StreamChangesRequest.newBuilder().setAfterSequence(position).build());
    long through;
    do {
      StreamChangesResponse batch = batches.next();
      batch.getChangesList().forEach(change -> sequences.add(change.getSequence()));
      through = batch.getThroughSequence();
      assertThat(batch.getHeadSequence()).isEqualTo(feed.head());
    } while (through < feed.head());
    return sequences;
  }
}
