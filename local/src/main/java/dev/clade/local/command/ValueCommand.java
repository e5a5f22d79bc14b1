package dev.clade.local.command;

import picocli.CommandLine.Command;

/** Values the contributors of images. */
@Command(
    name = "value",
    description = "Value the contributors of an image set by what they add to a generative model.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel =
        "(propose | create | watch | show | cancel | resume | export | import | payout | verify)",
    subcommands = {
      ValueProposeCommand.class,
      ValueCreateCommand.class,
      ValueWatchCommand.class,
      ValueShowCommand.class,
      ValueCancelCommand.class,
      ValueResumeCommand.class,
      ValueExportCommand.class,
      ValueImportCommand.class,
      ValuePayoutCommand.class,
      ValueVerifyCommand.class
    })
public final class ValueCommand {}
