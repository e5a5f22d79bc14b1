package dev.clade.lineage.ecosystem.activity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which of a repository's licenses count. */
public enum LicenseReading {
  /** The first only, as the study's scripts keep it. */
  FIRST {
    @Override
    LicenseGroup group(List<String> licenses, LicenseGroups groups) {
      return licenses.isEmpty() ? LicenseGroup.NONE : groups.group(licenses.getFirst());
    }
  },
  /**
   * All, where what any of them asks binds: restrictive if one is, else unknown if one is, else
   * permissive.
   */
  ALL {
    @Override
    LicenseGroup group(List<String> licenses, LicenseGroups groups) {
      Set<LicenseGroup> found = EnumSet.noneOf(LicenseGroup.class);
      licenses.forEach(license -> found.add(groups.group(license)));
      if (found.contains(LicenseGroup.RESTRICTIVE)) {
        return LicenseGroup.RESTRICTIVE;
      }
      if (found.contains(LicenseGroup.UNKNOWN)) {
        return LicenseGroup.UNKNOWN;
      }
      return found.isEmpty() ? LicenseGroup.NONE : LicenseGroup.PERMISSIVE;
    }
  };

  abstract LicenseGroup group(List<String> licenses, LicenseGroups groups);

  /** Returns those of a repository's licenses that count. */
  List<String> counted(List<String> licenses) {
    return this == FIRST ? licenses.subList(0, Math.min(1, licenses.size())) : licenses;
  }
}
