package dev.clade.local.command;

import picocli.CommandLine.Command;

/** Makes feature sets. */
@Command(
    name = "features",
    description = "Make what the shared embedding is learned from.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(create | show)",
    subcommands = {FeaturesCreateCommand.class, FeaturesShowCommand.class})
public final class FeaturesCommand {}
