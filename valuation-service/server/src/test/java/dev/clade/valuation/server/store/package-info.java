/** Tests of what the stores promise, on a real PostgreSQL. */
package dev.clade.valuation.server.store;
