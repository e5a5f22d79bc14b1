package dev.clade.ingest.grpc;

import com.google.protobuf.Message;
import dev.clade.runtime.page.PageToken;
import java.util.function.Function;

/** Reads where the page that a request asks for begins. */
final class PagePlace {
  private PagePlace() {}

  /**
   * Returns the place in a request's page token.
   *
   * @param start the place of the first page
   * @param reader reads what the token was made of; fails when it makes no sense
   */
  static <T> T of(Message request, String token, T start, Function<String, T> reader) {
    return PageToken.decode(request)
        .map(
            position -> {
              // No name or path has it, and the database takes none.
              if (position.indexOf('\0') >= 0) {
                throw PageToken.invalid(token);
              }
              try {
                return reader.apply(position);
              } catch (RuntimeException e) {
                throw PageToken.invalid(token);
              }
            })
        .orElse(start);
  }
}
