package dev.clade.local.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people type it: a date, which begins in UTC, or a whole time with its offset. */
final class SnapshotTime implements ITypeConverter<Instant> {
  @Override
  public Instant convert(String typed) {
    try {
      return typed.contains("T")
          ? OffsetDateTime.parse(typed).toInstant()
          : LocalDate.parse(typed).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "must be a time such as 2024-05-01 or 2024-05-01T12:00:00Z; it is \"%s\""
              .formatted(typed));
    }
  }
}
