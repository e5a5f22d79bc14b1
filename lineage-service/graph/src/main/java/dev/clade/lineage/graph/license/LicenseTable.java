package dev.clade.lineage.graph.license;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The licenses whose terms are known, by the hub's identifiers. */
public final class LicenseTable {
  private static final String SHIPPED = "licenses.tsv";
  private static final int COLUMNS = 4;

  private final TreeMap<String, License> licenses;
  private final String version;

  private LicenseTable(TreeMap<String, License> licenses, String version) {
    this.licenses = licenses;
    this.version = version;
  }

  /** Returns the table that comes with Clade. */
  public static LicenseTable shipped() {
    try (InputStream table = LicenseTable.class.getResourceAsStream(SHIPPED)) {
      return read(new InputStreamReader(table, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a header line, then a license a line with its identifier, its terms, the
   * licenses that are compatible with it (both joined by {@code |}) and the source, separated by
   * tabs.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static LicenseTable read(Reader table) throws IOException {
    TreeMap<String, License> licenses = new TreeMap<>();
    List<String> lines = new BufferedReader(table).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      License license = license(lines.get(i), i + 1);
      if (licenses.put(license.id(), license) != null) {
        throw bad(i + 1, "the license %s must be there once".formatted(license.id()));
      }
    }
    for (License license : licenses.values()) {
      if (!licenses.keySet().containsAll(license.compatible())) {
        throw new IllegalArgumentException(
            "the licenses compatible with %s must be in the table: %s"
                .formatted(license.id(), license.compatible()));
      }
    }
    return new LicenseTable(licenses, hash(lines));
  }

  /** Returns a license, whatever the case of its identifier; empty when the table lacks it. */
  public Optional<License> find(String id) {
    return Optional.ofNullable(licenses.get(id.toLowerCase(Locale.ROOT)));
  }

  /** Returns how many licenses there are. */
  public int size() {
    return licenses.size();
  }

  /** Returns the licenses whose identifiers come after one, in their order. */
  public Collection<License> after(String id) {
    return Collections.unmodifiableCollection(licenses.tailMap(id, false).values());
  }

  /** Returns what tells this table from others: SHA-256 of its lines, in hexadecimal. */
  public String version() {
    return version;
  }

  private static License license(String line, int number) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS || columns[0].isEmpty() || columns[3].isEmpty()) {
      throw bad(number, "must have an identifier, terms, compatible licenses and a source");
    }
    try {
      Set<LicenseTerm> terms =
          parts(columns[1]).map(LicenseTerm::valueOf).collect(Collectors.toUnmodifiableSet());
      Set<String> compatible = parts(columns[2]).collect(Collectors.toUnmodifiableSet());
      return new License(columns[0], terms, compatible, columns[3]);
    } catch (IllegalArgumentException e) {
      throw bad(number, "must name terms of %s: %s".formatted(LicenseTerm.class, columns[1]));
    }
  }

  /** Hashes lines as they stand in a file: each with one line feed behind it. */
  private static String hash(List<String> lines) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + '\n').getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Stream<String> parts(String joined) {
    return Stream.of(joined.split("\\|")).filter(part -> !part.isEmpty());
  }

  private static IllegalArgumentException bad(int line, String rule) {
    return new IllegalArgumentException("line %d of the licenses: %s".formatted(line, rule));
  }
}
