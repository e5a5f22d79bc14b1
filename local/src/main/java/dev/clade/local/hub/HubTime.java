package dev.clade.local.hub;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the hub writes them, always with three decimals. */
final class HubTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  private HubTime() {}

  static String text(Instant time) {
    return FORMAT.format(time);
  }
}
