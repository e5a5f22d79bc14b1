package dev.clade.local.command;

import picocli.CommandLine.Command;

/** Values the contributors of images. */
@Command(
    name = "value",
    description = "Value the contributors of an image set by what they add to a generative model.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(create | watch | show)",
    subcommands = {ValueCreateCommand.class, ValueWatchCommand.class, ValueShowCommand.class})
public final class ValueCommand {}
