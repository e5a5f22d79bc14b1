package dev.clade.embedding.making;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Brings licences to the identifiers that the hub has for them. */
public final class LicenseNames {
  private static final Pattern SEPARATORS = Pattern.compile("[\\s_/]+");
  private static final Pattern NOISE = Pattern.compile("[\"'\\[\\](),]|-license$|^the-|^license-");
  private static final Set<String> NONE =
      Set.of("", "unknown", "none", "null", "n-a", "na", "tbd", "todo", "unlicensed");
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("apache", "apache-2.0"),
          Map.entry("apache2", "apache-2.0"),
          Map.entry("apache2.0", "apache-2.0"),
          Map.entry("apache-2", "apache-2.0"),
          Map.entry("apache-v2.0", "apache-2.0"),
          Map.entry("apache-license-2.0", "apache-2.0"),
          Map.entry("apache-license-version-2.0", "apache-2.0"),
          Map.entry("asl-2.0", "apache-2.0"),
          Map.entry("cc-by-4", "cc-by-4.0"),
          Map.entry("cc-by-nc-4", "cc-by-nc-4.0"),
          Map.entry("cc-by-sa-4", "cc-by-sa-4.0"),
          Map.entry("cc-by-nc-sa-4", "cc-by-nc-sa-4.0"),
          Map.entry("cc0", "cc0-1.0"),
          Map.entry("gpl-3", "gpl-3.0"),
          Map.entry("gplv3", "gpl-3.0"),
          Map.entry("gpl-v3", "gpl-3.0"),
          Map.entry("lgpl", "lgpl-3.0"),
          Map.entry("creativeml-open-rail-m", "creativeml-openrail-m"),
          Map.entry("openrail-m", "openrail"),
          Map.entry("llama-2", "llama2"),
          Map.entry("llama-3", "llama3"));

  private LicenseNames() {}

  /** Returns the identifier of a licence as it was written, or nothing if it names none. */
  public static String normalised(String written) {
    String name = SEPARATORS.matcher(written.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    name = NOISE.matcher(name).replaceAll("");
    return NONE.contains(name) ? "" : SAME.getOrDefault(name, name);
  }
}
