package dev.clade.runtime.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page on threats names what there is. */
final class ThreatModelTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** A name between backticks, with at least two parts. */
  private static final Pattern NAMED = Pattern.compile("`([A-Z]+(?:_[A-Z]+)+)`");

  private static final Pattern CHECK = Pattern.compile("return \"([A-Z]+(?:_[A-Z]+)*)\";");

  @Test
  void everyReasonAndCheckOnThePageExists() throws IOException {
    Set<String> known = checks();
    Arrays.stream(Reason.values()).map(Reason::name).forEach(known::add);
    assertThat(page()).isNotEmpty();
    List<String> unknown =
        NAMED
            .matcher(page())
            .results()
            .map(result -> result.group(1))
            .filter(name -> !name.startsWith("CLADE_") && !known.contains(name))
            .toList();
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyCheckIsOnThePage() throws IOException {
    assertThat(checks()).contains("OPEN_ACCESS", "REFLECTION");
    String page = page();
    assertThat(checks()).allSatisfy(name -> assertThat(page).contains("| `" + name + "` |"));
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/threat-model.md"));
  }

  /** Reads the names of checks in the sources of all servers, which this module cannot load. */
  private static Set<String> checks() throws IOException {
    Set<String> names = new TreeSet<>();
    for (String module :
        List.of("proto", "ingest-service", "lineage-service/server", "valuation-service/server")) {
      try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        List<Path> java = sources.filter(path -> path.toString().endsWith(".java")).toList();
        for (Path source : java) {
          String text = Files.readString(source);
          if (text.contains("implements SafetyCheck")) {
            CHECK.matcher(text).results().map(found -> found.group(1)).forEach(names::add);
          }
        }
      }
    }
    return names;
  }
}
