/**
 * What came to grief elsewhere, and what keeps it from happening here: the page of traps is held
 * against the tests that it names, and what is avoided altogether against all sources.
 */
package dev.clade.runtime.traps;
