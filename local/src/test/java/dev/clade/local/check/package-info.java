/** Tests of the checks. */
package dev.clade.local.check;
