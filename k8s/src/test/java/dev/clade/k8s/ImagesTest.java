package dev.clade.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What images are made of is what the manifests ask for. */
final class ImagesTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern STAGE =
      Pattern.compile("^FROM (\\S+) AS (\\S+)$", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("\\bclade/([a-z-]+):0\\.1\\.0");
  private static final List<String> SHIPPED = List.of("service", "native", "worker");

  private static String containerfile;
  private static String script;

  @BeforeAll
  static void read() throws IOException {
    containerfile = Files.readString(ROOT.resolve("images/Containerfile"));
    script = Files.readString(ROOT.resolve("images/build"));
  }

  @Test
  void everyImageOfTheManifestsIsBuilt() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("."))) {
      TreeSet<String> asked = new TreeSet<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        NAMED
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .forEach(asked::add);
      }
      assertThat(asked).contains("ingest-service", "valuation-worker-cuda");
      assertThat(asked)
          .allSatisfy(name -> assertThat(script).containsPattern("[ |]" + name + "( \\|.*)?\\)"));
    }
  }

  @Test
  void whatIsShippedRunsAsTheUserOfTheManifestsAndNamesItsParts() {
    Map<String, String> stages = stages();
    assertThat(stages).containsKeys(SHIPPED.toArray(String[]::new));
    assertThat(SHIPPED)
        .allSatisfy(
            name -> {
              String stage = stages.get(name);
              assertThat(stage).contains("USER 10001:10001", "ENTRYPOINT [");
              assertThat(stage.indexOf("USER")).isGreaterThan(stage.lastIndexOf("COPY"));
              assertThat(stage + ancestors(name, stages)).contains("bom.json");
            });
  }

  @Test
  void basesAreNamedByAVersion() {
    assertThat(
            Pattern.compile("^ARG (JDK|BASE)=(\\S+)$", Pattern.MULTILINE)
                .matcher(containerfile)
                .results()
                .map(found -> found.group(2)))
        .hasSize(2)
        .allSatisfy(image -> assertThat(image).matches("[^:]+:\\d.*"));
  }

  private static Map<String, String> stages() {
    List<MatchResult> starts = STAGE.matcher(containerfile).results().toList();
    return Stream.iterate(0, i -> i < starts.size(), i -> i + 1)
        .collect(
            Collectors.toMap(
                i -> starts.get(i).group(2),
                i ->
                    containerfile.substring(
                        starts.get(i).start(),
                        i + 1 < starts.size()
                            ? starts.get(i + 1).start()
                            : containerfile.length())));
  }

  /** Returns the text of the stages that a stage is made on. */
  private static String ancestors(String name, Map<String, String> stages) {
    String parent = STAGE.matcher(stages.get(name)).results().findFirst().orElseThrow().group(1);
    return stages.containsKey(parent) ? stages.get(parent) + ancestors(parent, stages) : "";
  }
}
