/**
 * How reports look: tables as CSV, figures as SVG, and the whole as one HTML page that needs
 * nothing beside itself.
 *
 * <p>The same report always gives the same bytes. Pages have no scripts and load nothing, follow
 * the reader's choice of light or dark, and can be printed.
 */
package dev.clade.report.render;
