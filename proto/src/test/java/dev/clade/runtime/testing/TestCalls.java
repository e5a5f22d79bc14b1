package dev.clade.runtime.testing;

import io.grpc.Metadata;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;

/** Makes calls with bearer tokens. */
public final class TestCalls {
  /** The header that carries a token. */
  public static final Metadata.Key<String> AUTHORIZATION =
      Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

  private TestCalls() {}

  /** Returns a stub whose calls have a header {@code Authorization}. */
  public static <S extends AbstractStub<S>> S with(S stub, String authorization) {
    Metadata headers = new Metadata();
    headers.put(AUTHORIZATION, authorization);
    return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers));
  }
}
