package dev.clade.runtime.drain;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Exception;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Keeps a call that its client resets from costing all calls of the connection. What the answer had
 * still to send fails then, for this call only and after Netty has dealt with it; Vert.x does not
 * ask how far a failure reaches, and closes the connection. An answer that only begins after the
 * reset even fails as if the server opened a stream of its own, which it never does.
 */
@Sharable
final class StreamErrors extends ChannelInboundHandlerAdapter {
  private static final StreamErrors HANDLER = new StreamErrors();

  private StreamErrors() {}

  /** Keeps errors of single calls from a connection; called by its event loop. */
  static void keepFrom(HttpConnection connection) {
    ((ConnectionBase) connection).channel().pipeline().addFirst(HANDLER);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) throws Exception {
    Http2Exception error = Http2CodecUtil.getEmbeddedHttp2Exception(cause);
    if (error == null || !(Http2Exception.isStreamError(error) || isOfGoneStream(cause))) {
      super.exceptionCaught(context, cause);
    }
  }

  /** What comes from reading the connection is never this. */
  private static boolean isOfGoneStream(Throwable cause) {
    return cause instanceof IllegalStateException;
  }
}
