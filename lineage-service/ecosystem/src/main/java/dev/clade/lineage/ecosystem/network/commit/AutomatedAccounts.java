package dev.clade.lineage.ecosystem.network.commit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Accounts that no person commits by: bots, and the hub itself. The studies left them in; with
 * them, the most central developer of a hub is the hub. Names are the same whatever their case, as
 * on the hub.
 */
public final class AutomatedAccounts {
  private static final String SHIPPED = "automated_accounts.tsv";
  private static final int COLUMNS = 2;

  private final Map<String, String> reasons;

  private AutomatedAccounts(Map<String, String> reasons) {
    this.reasons = Collections.unmodifiableMap(reasons);
  }

  /** Returns the accounts that come with Clade. */
  public static AutomatedAccounts shipped() {
    try (InputStream table = AutomatedAccounts.class.getResourceAsStream(SHIPPED)) {
      return read(new InputStreamReader(table, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table: a header line, then an account a line with its name and, after a tab, why it is
   * here.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static AutomatedAccounts read(Reader table) throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    List<String> lines = new BufferedReader(table).lines().toList();
    for (int i = 1; i < lines.size(); i++) {
      String[] columns = lines.get(i).split("\t", -1);
      if (columns.length != COLUMNS || columns[0].isBlank() || columns[1].isBlank()) {
        throw bad(i + 1, "must have a name and a reason");
      }
      if (reasons.put(key(columns[0]), columns[1]) != null) {
        throw bad(i + 1, "must name an account that no other line names");
      }
    }
    return new AutomatedAccounts(reasons);
  }

  /** Whether no person commits by an account. */
  public boolean contains(String account) {
    return reasons.containsKey(key(account));
  }

  /** Returns why each account is here, by its name in lower case. */
  public Map<String, String> reasons() {
    return reasons;
  }

  private static String key(String account) {
    return account.toLowerCase(Locale.ROOT);
  }

  private static IllegalArgumentException bad(int line, String rule) {
    return new IllegalArgumentException(
        "line %d of the automated accounts: %s".formatted(line, rule));
  }
}
