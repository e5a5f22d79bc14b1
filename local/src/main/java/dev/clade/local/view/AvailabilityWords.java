package dev.clade.local.view;

import dev.clade.hub.v1.Availability;

/** Availabilities in words. */
final class AvailabilityWords {
  private AvailabilityWords() {}

  static String of(Availability availability) {
    return switch (availability) {
      case AVAILABILITY_PUBLIC -> "public";
      case AVAILABILITY_GATED -> "gated";
      case AVAILABILITY_WITHHELD -> "withheld";
      case AVAILABILITY_DELETED -> "deleted";
      case AVAILABILITY_RENAMED -> "renamed";
      case AVAILABILITY_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }
}
