/**
 * The report of a demonstration: one HTML page that needs nothing else.
 *
 * <p>Drawings are SVG inside of the page. Everything that comes from outside is escaped. The page
 * shows the same numbers as the terminal does.
 */
package dev.clade.local.report;
