package dev.clade.lineage.server.grpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import io.smallrye.mutiny.Multi;

/** Cuts what is sent as a file into parts of at most 64 KiB. */
final class Chunks {
  private static final int SIZE = 64 * 1024;

  private Chunks() {}

  /** Returns the parts, which share the bytes: nobody may change them. */
  static Multi<ByteString> of(byte[] bytes) {
    ByteString content = UnsafeByteOperations.unsafeWrap(bytes);
    return Multi.createFrom()
        .range(0, Math.ceilDiv(content.size(), SIZE))
        .map(index -> index * SIZE)
        .map(start -> content.substring(start, Math.min(start + SIZE, content.size())));
  }
}
