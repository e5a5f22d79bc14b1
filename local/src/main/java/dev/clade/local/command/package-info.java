/**
 * The commands of {@code ./clade}, one class each.
 *
 * <p>Every command takes {@code --json [FILE]}: alone it prints JSON instead of text, with a file
 * it writes it there beside the text. A command that fails says why in one line and exits with 1; a
 * command line that makes no sense exits with 2.
 */
package dev.clade.local.command;
