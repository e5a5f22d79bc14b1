package dev.clade.local.command;

import picocli.CommandLine.Command;

/** Shows and serves versions of the shared embedding. */
@Command(
    name = "embedding",
    description = "Show the versions of the shared embedding, and choose which one answers.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(list | show | serve)",
    subcommands = {
      EmbeddingListCommand.class,
      EmbeddingShowCommand.class,
      EmbeddingServeCommand.class
    })
public final class EmbeddingCommand {}
