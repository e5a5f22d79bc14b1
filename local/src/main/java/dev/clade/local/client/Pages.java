package dev.clade.local.client;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.function.Function;

/** Reads the answers of list methods (AIP-158) from their first page to their last. */
final class Pages {
  /** Most items that the services put in a page. */
  static final int LARGEST = 2_000;

  private static final int ITEMS = 1;
  private static final String NEXT = "next_page_token";

  private Pages() {}

  /**
   * Returns the first page with the items, which AIP-158 puts into field 1, of all pages.
   *
   * @param page returns the page that a token stands for, the first one for an empty token
   */
  @SuppressWarnings("unchecked") // A builder builds what it was made from.
  static <R extends Message> R all(Function<String, R> page) {
    R first = page.apply("");
    FieldDescriptor next = first.getDescriptorForType().findFieldByName(NEXT);
    FieldDescriptor items = first.getDescriptorForType().findFieldByNumber(ITEMS);
    Message.Builder whole = first.toBuilder().clearField(next);
    for (String token = (String) first.getField(next); !token.isEmpty(); ) {
      R more = page.apply(token);
      for (int i = 0; i < more.getRepeatedFieldCount(items); i++) {
        whole.addRepeatedField(items, more.getRepeatedField(items, i));
      }
      token = (String) more.getField(next);
    }
    return (R) whole.build();
  }
}
