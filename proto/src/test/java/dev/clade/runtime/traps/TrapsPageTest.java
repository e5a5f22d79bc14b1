package dev.clade.runtime.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages name tests that exist, and the page of traps has one for each or says why none can be. */
final class TrapsPageTest {
  private static final String TRAPS = "docs/traps.md";
  private static final String CANNOT = "Cannot happen: ";

  /** A class between backticks, as tests and what they consist of are named. */
  private static final Pattern TEST =
      Pattern.compile("`([A-Z][A-Za-z0-9]*(?:Test|IT|Rule|Matrix|Claims))`");

  private static final Set<String> KNOWN =
      Sources.java(".").stream()
          .filter(file -> file.toString().contains("/src/test/"))
          .map(file -> file.getFileName().toString().replace(".java", ""))
          .collect(Collectors.toSet());

  @ParameterizedTest
  @ValueSource(strings = {TRAPS, "docs/faults.md", "docs/threat-model.md", "docs/operations.md"})
  void everyTestThatAPageNamesExists(String page) {
    assertThat(named(Sources.read(page))).isSubsetOf(KNOWN);
  }

  @Test
  void everyTrapHasATestOrAReasonWhyItCannotHappen() {
    List<String[]> rows =
        Sources.read(TRAPS)
            .lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| ---"))
            .map(line -> line.split("\\s*\\|\\s*"))
            .filter(cells -> !cells[1].equals("trap"))
            .toList();
    assertThat(rows)
        .hasSizeGreaterThan(40)
        .allSatisfy(cells -> assertThat(cells).as(String.join("|", cells)).hasSize(4));
    assertThat(rows)
        .allSatisfy(
            cells ->
                assertThat(named(cells[3]).isEmpty() && !cells[3].startsWith(CANNOT))
                    .as("no guard of: " + cells[1])
                    .isFalse());
  }

  private static List<String> named(String text) {
    Stream<MatchResult> found = TEST.matcher(text).results();
    return found.map(match -> match.group(1)).toList();
  }
}
