/** Tests of tables of contributors. */
package dev.clade.local.contributor;
