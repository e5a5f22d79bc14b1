package dev.clade.runtime.page;

import com.google.common.hash.HashCode;
import com.google.protobuf.Message;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestFingerprint;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Writes and reads the page tokens of list methods (AIP-158). */
public final class PageToken {
  private static final int HASH_BYTES = 8;
  private static final String TOKEN_FIELD = "page_token";

  private PageToken() {}

  /**
   * Returns the token for the page after a position.
   *
   * @param request the request of the current page; its {@code page_token} and {@code page_size} do
   *     not matter
   * @param position where the next page starts, in the method's own terms
   */
  public static String encode(Message request, String position) {
    byte[] text = position.getBytes(StandardCharsets.UTF_8);
    byte[] token =
        ByteBuffer.allocate(HASH_BYTES + text.length)
            .put(hash(request).asBytes(), 0, HASH_BYTES)
            .put(text)
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /**
   * Returns the position that the request's {@code page_token} holds, or nothing for the first
   * page.
   *
   * @throws CladeException {@link Reason#PAGE_TOKEN_INVALID} when the token is none, {@link
   *     Reason#PAGE_TOKEN_MISMATCH} when it belongs to another request
   */
  public static Optional<String> decode(Message request) {
    String token = (String) request.getField(RequestFingerprint.field(request, TOKEN_FIELD));
    if (token.isEmpty()) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(bytesOf(token));
    if (bytes.remaining() < HASH_BYTES) {
      throw invalid(token);
    }
    byte[] hash = new byte[HASH_BYTES];
    bytes.get(hash);
    if (!HashCode.fromBytes(hash).equals(prefix(hash(request)))) {
      throw new CladeException(
          Reason.PAGE_TOKEN_MISMATCH,
          "page_token belongs to a request with other fields; send the fields of the first page again",
          Map.of("field", TOKEN_FIELD));
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes).toString());
    } catch (CharacterCodingException e) {
      throw invalid(token);
    }
  }

  /**
   * Returns the failure of a token that this method did not make, also for callers that find the
   * position senseless.
   */
  public static CladeException invalid(String token) {
    return CladeException.invalidField(
        Reason.PAGE_TOKEN_INVALID, TOKEN_FIELD, token, "must be a next_page_token of this method");
  }

  private static byte[] bytesOf(String token) {
    try {
      return Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      throw invalid(token);
    }
  }

  private static HashCode hash(Message request) {
    return RequestFingerprint.of(request, TOKEN_FIELD, "page_size");
  }

  private static HashCode prefix(HashCode hash) {
    byte[] bytes = new byte[HASH_BYTES];
    hash.writeBytesTo(bytes, 0, HASH_BYTES);
    return HashCode.fromBytes(bytes);
  }
}
