/**
 * Answers of the services as people read them on a terminal.
 *
 * <p>Each class turns one kind of message into lines of text, with the parts of {@code print}.
 * Nothing here calls a service or knows of commands.
 */
package dev.clade.local.view;
