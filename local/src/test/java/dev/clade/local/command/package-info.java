/** Tests of what commands make of their options. */
package dev.clade.local.command;
