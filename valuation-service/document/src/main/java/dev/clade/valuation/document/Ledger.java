package dev.clade.valuation.document;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import dev.clade.valuation.game.UtilityTable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The ledger of a run: everything that values follow from.
 *
 * @param contributors ids, ascending: player i of a coalition is the i-th
 * @param entries in any order; made to be by coalition, as text, and replicate
 */
public record Ledger(List<String> contributors, List<LedgerEntry> entries) {

  /** Copies and sorts. */
  public Ledger {
    contributors = List.copyOf(contributors);
    entries =
        entries.stream()
            .sorted(
                Comparator.comparing(LedgerEntry::members).thenComparingInt(LedgerEntry::replicate))
            .toList();
  }

  /**
   * Returns the SHA-256 of the ledger in hexadecimal: of UTF-8 lines that end with a line feed,
   * each a JSON array in canonical form. The first has the ids of the contributors, and there is
   * one for each entry, in order: the coalition as text, the replicate, the position, the utilities
   * by name as the 16 hexadecimal digits of their IEEE 754 bits, and the reference hash. So the
   * same ledger has the same hash on every machine, and no number has to be written in decimals.
   */
  public String sha256() {
    Hasher hasher = Hashing.sha256().newHasher();
    put(hasher, contributors);
    for (LedgerEntry entry : entries) {
      SortedMap<String, String> bits = new TreeMap<>();
      entry
          .utilities()
          .forEach(
              (name, value) ->
                  bits.put(name, HexFormat.of().toHexDigits(Double.doubleToRawLongBits(value))));
      put(
          hasher,
          List.of(
              entry.members(), entry.replicate(), entry.position(), bits, entry.referenceHash()));
    }
    return hasher.hash().toString();
  }

  /**
   * Returns one utility of the entries that values come from.
   *
   * @param positionCount entries of smaller positions are taken
   * @return nothing when an entry does not have it
   * @throws IllegalArgumentException when two entries are of one coalition and replicate
   */
  public Optional<UtilityTable> table(String utility, int positionCount) {
    UtilityTable.Builder table = UtilityTable.builder(contributors.size());
    for (LedgerEntry entry : entries) {
      if (entry.position() >= positionCount) {
        continue;
      }
      Double value = entry.utilities().get(utility);
      if (value == null) {
        return Optional.empty();
      }
      table.add(entry.coalition(), entry.replicate(), value);
    }
    return Optional.of(table.build());
  }

  private static void put(Hasher hasher, Object line) {
    hasher.putString(CanonicalJson.write(line), StandardCharsets.UTF_8).putByte((byte) '\n');
  }
}
