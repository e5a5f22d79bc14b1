package dev.clade.runtime.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.Map;

/**
 * A span of Quarkus' database clients under the names of OpenTelemetry's stable conventions for
 * databases. Statements have parameters apart, so their text tells no data. Of SQL, Quarkus tells
 * the database's name where the system's belongs.
 */
final class DatabaseSpan extends DelegatingSpanData {
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> OLD_STATEMENT = AttributeKey.stringKey("db.statement");
  private static final AttributeKey<String> OLD_SYSTEM = AttributeKey.stringKey("db.system");
  private static final AttributeKey<String> NAMESPACE = AttributeKey.stringKey("db.namespace");

  /** The only SQL system that Clade speaks to. */
  private static final String SQL_SYSTEM = "postgresql";

  private static final Map<String, String> NAMES =
      Map.of(
          "db.system", "db.system.name",
          "db.redis.database_index", "db.namespace",
          "db.statement", "db.query.text",
          "db.operation", "db.operation.name",
          "db.sql.table", "db.collection.name");

  private static final String USER = "db.user";
  private static final String CONNECTION = "db.connection_string";
  private static final AttributeKey<String> SUMMARY = AttributeKey.stringKey("db.query.summary");
  private static final AttributeKey<String> FAILURE = AttributeKey.stringKey("exception.type");

  private final Attributes attributes;

  DatabaseSpan(SpanData span) {
    super(span);
    AttributesBuilder renamed = Attributes.builder();
    span.getAttributes().forEach((key, value) -> rename(renamed, key, value));
    if (span.getAttributes().get(OLD_STATEMENT) != null) {
      renamed.put(NAMESPACE, span.getAttributes().get(OLD_SYSTEM));
      renamed.put(SYSTEM, SQL_SYSTEM);
    }
    renamed.put(SUMMARY, summary(span.getAttributes(), span.getName()));
    for (EventData event : span.getEvents()) {
      String failure = event.getAttributes().get(FAILURE);
      if (failure != null) {
        renamed.put("error.type", failure);
      }
    }
    attributes = renamed.build();
  }

  @Override
  public String getName() {
    return attributes.get(SUMMARY);
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }

  @Override
  public int getTotalAttributeCount() {
    return attributes.size();
  }

  @SuppressWarnings("unchecked") // A key that an attribute has is of the attribute's type.
  private static void rename(AttributesBuilder renamed, AttributeKey<?> key, Object value) {
    String name = NAMES.get(key.getKey());
    if (name != null) {
      renamed.put(name, String.valueOf(value));
    } else if (key.getKey().equals(CONNECTION)) {
      putServer(renamed, String.valueOf(value));
    } else if (!key.getKey().equals(USER)) {
      renamed.put((AttributeKey<Object>) key, value);
    }
  }

  /** Reads {@code host:port}. */
  private static void putServer(AttributesBuilder renamed, String peer) {
    int colon = peer.lastIndexOf(':');
    if (colon > 0 && peer.substring(colon + 1).matches("[0-9]{1,5}")) {
      renamed.put("server.address", peer.substring(0, colon));
      renamed.put("server.port", Long.parseLong(peer.substring(colon + 1)));
    }
  }

  private static String summary(Attributes old, String otherwise) {
    String operation = old.get(AttributeKey.stringKey("db.operation"));
    String table = old.get(AttributeKey.stringKey("db.sql.table"));
    if (operation == null) {
      return otherwise;
    }
    return table == null ? operation : operation + " " + table;
  }
}
