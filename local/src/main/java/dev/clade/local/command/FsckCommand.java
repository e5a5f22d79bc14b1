package dev.clade.local.command;

import dev.clade.hub.v1.Artifact;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.ingest.v1.GetCatalogueStatsResponse;
import dev.clade.local.check.CatalogueChecks;
import dev.clade.local.check.Check;
import dev.clade.local.check.GraphChecks;
import dev.clade.local.check.ImportChecks;
import dev.clade.local.check.LedgerChecks;
import dev.clade.local.check.RenamingChecks;
import dev.clade.local.client.CallFailure;
import dev.clade.local.client.CatalogueReader;
import dev.clade.local.client.LineageReader;
import dev.clade.local.client.MeshClient;
import dev.clade.local.mesh.Service;
import dev.clade.local.print.Table;
import dev.clade.runtime.error.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks that the parts of a mesh agree. */
@Command(
    name = "fsck",
    description =
        "Check that the catalogue agrees with its feed and its imports, the graph with the catalogue"
            + " and the values with the ledger; exits with 1 when something does not.",
    mixinStandardHelpOptions = true)
public final class FsckCommand extends MeshCommand {
  @Option(
      names = "--every",
      defaultValue = "1",
      description =
          "Compare the graph's relations of every how many artifacts that have some. Default:"
              + " ${DEFAULT-VALUE}, that is all.")
  private int every;

  @Override
  public Integer call() throws Exception {
    if (every < 1) {
      throw new IllegalArgumentException("--every must be at least 1");
    }
    List<Check> checks;
    try (MeshClient client = connect()) {
      checks = run(client);
    }
    Table table = new Table("", "check", "found");
    checks.forEach(
        check -> table.row(check.passed() ? "ok" : "WRONG", check.name(), check.detail()));
    long wrong = checks.stream().filter(check -> !check.passed()).count();
    show(
        checks,
        table.render()
            + (wrong == 0
                ? "All %d checks hold.%n".formatted(checks.size())
                : "%d of %d checks fail.%n".formatted(wrong, checks.size())));
    return wrong == 0 ? 0 : 1;
  }

  private List<Check> run(MeshClient client) throws IOException {
    List<Artifact> sample = new ArrayList<>();
    long[] withRelations = new long[1];
    RenamingChecks renamings = new RenamingChecks();
    List<Check> checks =
        new ArrayList<>(
            new CatalogueChecks(client)
                .run(
                    artifact -> {
                      renamings.add(artifact);
                      if (artifact.getRenamedTo().isEmpty()
                          && artifact.getRelationsCount() > 0
                          && withRelations[0]++ % every == 0) {
                        sample.add(artifact);
                      }
                    }));
    GetCatalogueStatsResponse stats =
        client.call(
            Service.INGEST,
            () ->
                client
                    .catalogue()
                    .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance()));
    checks.addAll(renamings.run(name -> find(client, name)));
    checks.addAll(new ImportChecks(client).run(stats.getQuarantinedRecordCount()));
    checks.addAll(
        new GraphChecks(new LineageReader(client), renamings.presentNames())
            .run(stats.getArtifactCount() - renamings.renamed(), stats.getHeadSequence(), sample));
    checks.addAll(new LedgerChecks(client).run());
    return checks;
  }

  private static Optional<Artifact> find(MeshClient client, String name) {
    try {
      return Optional.of(new CatalogueReader(client).artifact(name));
    } catch (CallFailure failure) {
      if (failure.reason().filter(Reason.ARTIFACT_NOT_FOUND::equals).isPresent()) {
        return Optional.empty();
      }
      throw failure;
    }
  }
}
