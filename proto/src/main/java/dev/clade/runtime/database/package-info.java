/** How servers reach PostgreSQL without ever waiting for one that does not answer any more. */
package dev.clade.runtime.database;
