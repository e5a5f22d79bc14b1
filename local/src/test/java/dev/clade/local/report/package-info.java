/** Tests of the report's page. */
package dev.clade.local.report;
