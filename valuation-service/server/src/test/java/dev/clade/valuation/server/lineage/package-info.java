/** A lineage-service for tests, which tells what each test gives it. */
package dev.clade.valuation.server.lineage;
