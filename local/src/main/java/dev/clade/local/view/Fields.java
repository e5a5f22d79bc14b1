package dev.clade.local.view;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;

/** Lines of labels and values; what is unknown has no line. */
final class Fields {
  private final StringBuilder text = new StringBuilder();

  Fields add(String label, String value) {
    if (!value.isEmpty()) {
      text.append("  %-15s %s%n".formatted(label, value));
    }
    return this;
  }

  Fields add(String label, boolean known, Timestamp time) {
    return add(label, known ? Timestamps.toString(time) : "");
  }

  /** Adds a count, unless it is 0, which stands for unknown. */
  Fields addKnown(String label, long count) {
    return add(label, count == 0 ? "" : "%,d".formatted(count));
  }

  String render() {
    return text.toString();
  }
}
