/**
 * Traces on one machine: recording commands, receiving what the mesh sends, keeping and drawing it.
 *
 * <p>A command is recorded when {@code --trace} or {@code --otlp} asks for it: one root span, which
 * every call to a service carries on, and its identifier is printed. {@link
 * dev.clade.local.trace.TraceReceiver} takes OTLP/HTTP, {@link dev.clade.local.trace.TraceStore}
 * keeps a bounded number of spans in the state folder, and {@link dev.clade.local.trace.Waterfall}
 * draws a trace as text, so that no other tool is needed.
 */
package dev.clade.local.trace;
