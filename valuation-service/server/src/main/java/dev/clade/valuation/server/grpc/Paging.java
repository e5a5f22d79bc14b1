package dev.clade.valuation.server.grpc;

import com.google.protobuf.Message;
import dev.clade.runtime.page.PageToken;
import dev.clade.valuation.server.run.Page;
import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** What lists have in common. */
final class Paging {
  private Paging() {}

  /** Returns a page, or fails when its position is none that a list gave. */
  static <T> Uni<Page<T>> paged(String token, Supplier<Uni<Page<T>>> list) {
    try {
      return list.get();
    } catch (IllegalArgumentException e) {
      throw PageToken.invalid(token);
    }
  }

  /** Returns the token of the page after one; empty after the last. */
  static String token(Message request, Page<?> page) {
    return page.next().map(position -> PageToken.encode(request, position)).orElse("");
  }
}
