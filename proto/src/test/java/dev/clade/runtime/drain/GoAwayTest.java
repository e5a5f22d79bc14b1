package dev.clade.runtime.drain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.drain.ConnectionAgeTest.ShortAge;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2PingFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2ChannelDuplexHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Frame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2FrameStream;
import io.netty.handler.codec.http2.Http2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2PingFrame;
import io.netty.util.ReferenceCountUtil;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client is told, frame by frame, when its connection is old enough. */
@QuarkusTest
@TestProfile(ShortAge.class)
final class GoAwayTest {
  private static final int ALL = Integer.MAX_VALUE;
  private static final long PATIENCE_SECONDS = 10;

  @TestHTTPResource URI server;

  private final BlockingQueue<Http2Frame> told = new LinkedBlockingQueue<>();
  private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
  private final Kept frames = new Kept();
  private Channel connection;

  @BeforeEach
  void connect() throws InterruptedException {
    connection =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forClient().autoAckPingFrame(false).build(),
                            frames);
                  }
                })
            .connect(server.getHost(), server.getPort())
            .sync()
            .channel();
  }

  @AfterEach
  void disconnect() {
    connection.close();
    loop.shutdownGracefully();
  }

  @Test
  void callsMadeBeforeTheClientHasHeardAreTakenOrGivenUp() throws Exception {
    call();
    assertThat(next(Http2GoAwayFrame.class).lastStreamId()).isEqualTo(ALL);
    Http2PingFrame question = next(Http2PingFrame.class);

    Http2FrameStream givenUp = call();
    send(new DefaultHttp2ResetFrame(Http2Error.CANCEL).stream(givenUp));
    Http2FrameStream taken = call();
    Http2HeadersFrame answer = next(Http2HeadersFrame.class);
    while (!answer.stream().equals(taken)) {
      answer = next(Http2HeadersFrame.class);
    }
    assertThat(answer.headers().status()).asString().isEqualTo("200");

    send(new DefaultHttp2PingFrame(question.content(), true));
    Http2GoAwayFrame last = next(Http2GoAwayFrame.class);
    assertThat(last.lastStreamId()).isEqualTo(taken.id());
    assertThat(last.errorCode()).isEqualTo(Http2Error.NO_ERROR.code());
  }

  /** A client that never says that it has heard is not waited for longer than two seconds. */
  @Test
  void aClientThatDoesNotHearIsToldNevertheless() throws Exception {
    Http2FrameStream only = call();
    assertThat(next(Http2GoAwayFrame.class).lastStreamId()).isEqualTo(ALL);

    assertThat(next(Http2GoAwayFrame.class).lastStreamId()).isEqualTo(only.id());
  }

  /** Asks for the health of all and returns the stream. */
  private Http2FrameStream call() throws InterruptedException {
    Http2FrameStream stream = frames.newStream();
    Http2Headers headers =
        new DefaultHttp2Headers()
            .method("POST")
            .scheme("http")
            .authority(server.getAuthority())
            .path("/grpc.health.v1.Health/Check")
            .set("content-type", "application/grpc")
            .set("te", "trailers");
    send(new DefaultHttp2HeadersFrame(headers).stream(stream));
    // A message of no bytes: not compressed, length 0.
    send(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[5]), true).stream(stream));
    return stream;
  }

  private void send(Http2Frame frame) throws InterruptedException {
    connection.writeAndFlush(frame).sync();
  }

  private <T extends Http2Frame> T next(Class<T> kind) throws InterruptedException {
    while (true) {
      Http2Frame frame = told.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      assertThat(frame).as("a frame is told, looking for %s", kind.getSimpleName()).isNotNull();
      if (kind.isInstance(frame)) {
        return kind.cast(frame);
      }
      ReferenceCountUtil.release(frame);
    }
  }

  /** Keeps what the server sends. */
  private final class Kept extends Http2ChannelDuplexHandler {
    @Override
    public void channelRead(ChannelHandlerContext context, Object frame) {
      told.add((Http2Frame) frame);
    }
  }
}
