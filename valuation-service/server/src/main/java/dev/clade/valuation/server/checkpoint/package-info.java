/**
 * What evaluations start from: made by a worker, kept here for all.
 *
 * <p>The first content of a name stays, and everybody uses it, so that results do not depend on who
 * made it. The service does not look into it: workers check what they get. It comes and goes in
 * parts of about a mebibyte, and memory never holds more of it than one or two.
 */
package dev.clade.valuation.server.checkpoint;
