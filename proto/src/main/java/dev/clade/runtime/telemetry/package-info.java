/**
 * What every Clade server tells its operators: spans, metrics and fields of log lines, under the
 * names of OpenTelemetry's conventions.
 *
 * <p>{@link dev.clade.runtime.telemetry.Metric}, {@link dev.clade.runtime.telemetry.SpanKinds} and
 * {@link dev.clade.runtime.telemetry.LogField} declare all names, and {@code docs/telemetry.md} is
 * made from them. {@link dev.clade.runtime.telemetry.ServerTelemetry} takes the place of Quarkus'
 * own instrumentation of gRPC, which uses names of before; {@link
 * dev.clade.runtime.telemetry.ConventionalSpans} gives the spans of Quarkus' database clients their
 * present names on their way out. The settings that belong to it are in {@code
 * META-INF/microprofile-config.properties}, once for all servers.
 */
package dev.clade.runtime.telemetry;
