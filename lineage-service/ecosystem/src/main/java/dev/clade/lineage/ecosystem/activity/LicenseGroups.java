package dev.clade.lineage.ecosystem.activity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which group a license is in, by the hub's identifiers. The study's own table was not published;
 * the one that comes with Clade calls permissive what asks at most for attribution, a copy of the
 * license and a note of changes, and says of each where that was read.
 */
public final class LicenseGroups {
  private static final String SHIPPED = "license_groups.tsv";
  private static final int COLUMNS = 3;
  private static final Set<LicenseGroup> OF_LICENSES =
      EnumSet.of(LicenseGroup.PERMISSIVE, LicenseGroup.RESTRICTIVE);

  private final Map<String, LicenseGroup> groups;

  private LicenseGroups(Map<String, LicenseGroup> groups) {
    this.groups = groups;
  }

  /** Returns the table that comes with Clade. */
  public static LicenseGroups shipped() {
    try (InputStream table = LicenseGroups.class.getResourceAsStream(SHIPPED)) {
      return read(new InputStreamReader(table, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a header line, then a license a line with its identifier, its group (permissive
   * or restrictive) and the source, separated by tabs.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static LicenseGroups read(Reader table) throws IOException {
    Map<String, LicenseGroup> groups = new HashMap<>();
    List<String> lines = new BufferedReader(table).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length != COLUMNS || columns[0].isEmpty() || columns[2].isEmpty()) {
        throw bad(i + 1, "must have an identifier, a group and a source");
      }
      LicenseGroup group =
          OF_LICENSES.stream()
              .filter(each -> each.name().equals(columns[1]))
              .findFirst()
              .orElse(null);
      if (group == null) {
        throw bad(i + 1, "must name a group of %s: %s".formatted(OF_LICENSES, columns[1]));
      }
      if (groups.put(columns[0], group) != null) {
        throw bad(i + 1, "the license %s must be there once".formatted(columns[0]));
      }
    }
    return new LicenseGroups(Map.copyOf(groups));
  }

  /** Returns a license's group, whatever the case of its identifier; unknown when it has none. */
  public LicenseGroup group(String license) {
    return groups.getOrDefault(license.toLowerCase(Locale.ROOT), LicenseGroup.UNKNOWN);
  }

  private static IllegalArgumentException bad(int line, String rule) {
    return new IllegalArgumentException("line %d of the license groups: %s".formatted(line, rule));
  }
}
