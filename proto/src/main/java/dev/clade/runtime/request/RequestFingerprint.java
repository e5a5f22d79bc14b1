package dev.clade.runtime.request;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Tells whether two requests ask for the same. */
public final class RequestFingerprint {
  private RequestFingerprint() {}

  /**
   * Returns a SHA-256 over the type and the fields of a request. It is the same in every process
   * and can be stored, in hexadecimal by {@link HashCode#toString}.
   *
   * @param ignored names of fields that do not matter, such as {@code request_id}
   * @throws IllegalArgumentException when the request's type has no such field
   */
  public static HashCode of(Message request, String... ignored) {
    Message.Builder query = request.toBuilder();
    for (String name : ignored) {
      query.clearField(field(request, name));
    }
    return Hashing.sha256()
        .newHasher()
        .putUnencodedChars(request.getDescriptorForType().getFullName())
        .putBytes(bytes(query.build()))
        .hash();
  }

  /**
   * Returns a field of a request by its name in the contract.
   *
   * @throws IllegalArgumentException when the request's type has no such field
   */
  public static FieldDescriptor field(Message request, String name) {
    FieldDescriptor field = request.getDescriptorForType().findFieldByName(name);
    if (field == null) {
      throw new IllegalArgumentException(
          request.getDescriptorForType().getFullName() + " has no " + name);
    }
    return field;
  }

  /** Maps have no order of their own, so the plain bytes of equal messages may differ. */
  private static byte[] bytes(Message message) {
    byte[] bytes = new byte[message.getSerializedSize()];
    CodedOutputStream output = CodedOutputStream.newInstance(bytes);
    output.useDeterministicSerialization();
    try {
      message.writeTo(output);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to memory", e);
    }
    return bytes;
  }
}
