/** Tests that a generated hub has the published degrees, and a table's hub what its rows say. */
package dev.clade.local.bench.hub;
