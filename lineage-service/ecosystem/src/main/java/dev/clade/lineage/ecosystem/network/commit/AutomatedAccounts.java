package dev.clade.lineage.ecosystem.network.commit;

import dev.clade.lineage.ecosystem.reference.TableRow;
import java.io.Reader;
import java.util.Collections;
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
    return TableRow.beside(AutomatedAccounts.class, SHIPPED, AutomatedAccounts::read);
  }

  /**
   * Reads a table: a header line, then an account a line with its name and, after a tab, why it is
   * here.
   *
   * @throws IllegalArgumentException when a line does not fit; it names the line and the rule
   */
  public static AutomatedAccounts read(Reader table) {
    Map<String, String> reasons = new TreeMap<>();
    for (TableRow row :
        TableRow.read(table, "the automated accounts", COLUMNS, "must have a name and a reason")) {
      if (reasons.put(key(row.columns().get(0)), row.columns().get(1)) != null) {
        throw row.bad("must name an account that no other line names");
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
}
