package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.reference.TableRow;
import java.io.Reader;
import java.util.EnumSet;
import java.util.HashMap;
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
    return TableRow.beside(LicenseGroups.class, SHIPPED, LicenseGroups::read);
  }

  /**
   * Reads a table: a header line, then a license a line with its identifier, its group (permissive
   * or restrictive) and the source, separated by tabs.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static LicenseGroups read(Reader table) {
    Map<String, LicenseGroup> groups = new HashMap<>();
    for (TableRow row :
        TableRow.read(
            table,
            "the license groups",
            COLUMNS,
            "must have an identifier, a group and a source")) {
      String license = row.columns().get(0);
      String name = row.columns().get(1);
      LicenseGroup group =
          OF_LICENSES.stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> row.bad("must name a group of %s: %s".formatted(OF_LICENSES, name)));
      if (groups.put(license, group) != null) {
        throw row.bad("the license %s must be there once".formatted(license));
      }
    }
    return new LicenseGroups(Map.copyOf(groups));
  }

  /** Returns a license's group, whatever the case of its identifier; unknown when it has none. */
  public LicenseGroup group(String license) {
    return groups.getOrDefault(license.toLowerCase(Locale.ROOT), LicenseGroup.UNKNOWN);
  }
}
