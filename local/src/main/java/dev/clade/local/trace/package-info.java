/**
 * Traces of commands: one root span a command, which every call to a service carries on.
 *
 * <p>Off unless an OTLP receiver is given, by {@code --otlp} or the environment. Spans go out over
 * OTLP/HTTP before the command ends. The identifier of the trace is printed, so that it can be
 * found.
 */
package dev.clade.local.trace;
