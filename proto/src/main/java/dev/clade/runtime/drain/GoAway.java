package dev.clade.runtime.drain;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * The first of the two frames by which a server of HTTP/2 ends a connection in order (RFC 9113,
 * section 6.8): no more calls, please, but none has been refused yet. Vert.x takes no calls after
 * it has sent any such frame, so this one is sent past it.
 */
final class GoAway {
  private static final int ALL_CALLS = Integer.MAX_VALUE;

  private GoAway() {}

  /** Sends the frame before whatever is sent from now on. */
  static void warn(HttpConnection connection) {
    Channel channel = ((ConnectionBase) connection).channel();
    if (channel.eventLoop().inEventLoop()) {
      warn(channel);
    } else {
      channel.eventLoop().execute(() -> warn(channel));
    }
  }

  private static void warn(Channel channel) {
    ChannelHandlerContext context = channel.pipeline().context(Http2ConnectionHandler.class);
    if (context != null) {
      ((Http2ConnectionHandler) context.handler())
          .encoder()
          .frameWriter()
          .writeGoAway(
              context,
              ALL_CALLS,
              Http2Error.NO_ERROR.code(),
              Unpooled.EMPTY_BUFFER,
              context.newPromise());
      context.flush();
    }
  }
}
