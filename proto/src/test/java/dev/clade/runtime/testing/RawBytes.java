package dev.clade.runtime.testing;

import io.grpc.MethodDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Sends and takes messages as the bytes that they are. */
public enum RawBytes implements MethodDescriptor.Marshaller<byte[]> {
  /** The only one. */
  IT;

  @Override
  public InputStream stream(byte[] message) {
    return new ByteArrayInputStream(message);
  }

  @Override
  public byte[] parse(InputStream answer) {
    try {
      return answer.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
