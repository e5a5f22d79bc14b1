package dev.clade.runtime.audit;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads the names of resources that a message is about, and nothing else of it. */
final class ResourceNames {
  private static final Set<String> FIELDS =
      Set.of("name", "parent", "request_id", "upload", "file_name");

  private static final int LONGEST = 200;

  private ResourceNames() {}

  /**
   * Returns the names in a message by the fields that have them, such as {@code parent} or {@code
   * valuation.name}; long ones are cut.
   */
  static Map<String, String> of(Object message) {
    Map<String, String> names = new TreeMap<>();
    if (message instanceof Message read) {
      collect(read, "", names);
      read.getAllFields()
          .forEach(
              (field, value) -> {
                if (!field.isRepeated() && value instanceof Message part) {
                  collect(part, field.getName() + '.', names);
                }
              });
    }
    return names;
  }

  private static void collect(Message message, String prefix, Map<String, String> names) {
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      if (FIELDS.contains(field.getKey().getName()) && field.getValue() instanceof String name) {
        names.put(
            prefix + field.getKey().getName(),
            name.length() <= LONGEST ? name : name.substring(0, LONGEST) + '…');
      }
    }
  }
}
