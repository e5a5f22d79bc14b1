package dev.clade.local.fuzz;

import dev.clade.local.client.Address;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A connection of HTTP/2 on which streams say what they like: no header is checked, no message
 * framed.
 */
final class RawHttp2 implements AutoCloseable {
  private static final int MOST_KEPT = 1 << 16;

  private final Channel connection;

  private RawHttp2(Channel connection) {
    this.connection = connection;
  }

  /** Opens a connection. */
  static RawHttp2 open(Address address, EventLoopGroup group) throws InterruptedException {
    return new RawHttp2(
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    channel
                        .pipeline()
                        .addLast(
                            Http2FrameCodecBuilder.forClient()
                                .validateHeaders(false)
                                .encoderIgnoreMaxHeaderListSize(true)
                                .build(),
                            new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
                  }
                })
            .connect(address.host(), address.port())
            .sync()
            .channel());
  }

  /** Returns whether streams can still be opened. */
  boolean isOpen() {
    return connection.isActive();
  }

  /** Sends a request of raw parts and returns what comes back while it is waited for. */
  RawAnswer exchange(HostileFrames.Request request, Duration patience) throws InterruptedException {
    Answer answer = new Answer();
    Future<Http2StreamChannel> opened =
        new Http2StreamChannelBootstrap(connection).handler(answer).open().await();
    if (!opened.isSuccess()) {
      return answer.soFar(RawAnswer.End.CLOSED);
    }
    Http2StreamChannel stream = opened.getNow();
    boolean only = request.parts().isEmpty() && request.ends();
    stream.writeAndFlush(new DefaultHttp2HeadersFrame(request.headers(), only));
    List<byte[]> parts = request.parts();
    for (int i = 0; i < parts.size(); i++) {
      stream.writeAndFlush(
          new DefaultHttp2DataFrame(
              Unpooled.wrappedBuffer(parts.get(i)), request.ends() && i == parts.size() - 1));
    }
    if (request.resets()) {
      stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL));
    }
    try {
      return answer.whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (java.util.concurrent.TimeoutException e) {
      return answer.soFar(RawAnswer.End.SILENT);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      stream.close();
    }
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Gathers what comes back. */
  private static final class Answer extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private final CompletableFuture<RawAnswer> whole = new CompletableFuture<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final StringBuffer body = new StringBuffer();

    @Override
    protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
      boolean end = false;
      if (frame instanceof Http2HeadersFrame told) {
        keep(told.headers());
        end = told.isEndStream();
      } else if (frame instanceof Http2DataFrame data) {
        if (body.length() < MOST_KEPT) {
          body.append(data.content().toString(StandardCharsets.ISO_8859_1));
        }
        end = data.isEndStream();
      } else if (frame instanceof Http2ResetFrame) {
        whole.complete(soFar(RawAnswer.End.RESET));
      }
      if (end) {
        whole.complete(soFar(RawAnswer.End.ENDED));
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event instanceof Http2ResetFrame) {
        whole.complete(soFar(RawAnswer.End.RESET));
      }
      ReferenceCountUtil.release(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      whole.complete(soFar(RawAnswer.End.CLOSED));
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      whole.complete(soFar(RawAnswer.End.CLOSED));
    }

    private void keep(Http2Headers told) {
      synchronized (headers) {
        told.forEach(each -> headers.put(each.getKey().toString(), each.getValue().toString()));
      }
    }

    private RawAnswer soFar(RawAnswer.End end) {
      synchronized (headers) {
        return new RawAnswer(headers, body.toString(), end);
      }
    }
  }
}
