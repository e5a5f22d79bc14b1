/** Tests that the sample hub is a table that imports take, and hangs together. */
package dev.clade.local.sample;
